"""Given names that tell a gender, in lower case.

American ones: US Census Bureau, "Frequently Occurring First Names" (1990, public domain), those borne at
least three times as often by one sex. Others were added by hand for the languages of world news. Names
borne by both ("Jean", "Andrea", "Kim") are left out, or in both lists if they are known as nothing but names
("Lindsey"): no gender is better than a wrong one.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

MALE = frozenset(
    """
    lindsey
    aaron abbas abdel abdul abdullah abdulrahman abe abel abraham abram abu adalberto adam adan adnan adolfo
    adolph adrian agustin ahmad ahmed aidan aitan ajit akbar akira akram al alaa alain alan alastair albert
    alberto alden aldo alec alejandro aleksandar aleksander aleksandr aleksei aleksey alessandro alex
    alexander alexandre alexandros alexei alexey alexis alfonso alfonzo alfred alfredo ali alistair allan
    allen alok alonso alonzo alphonse alphonso altaf alton alvaro alvin amado ambrose amir amit amos amr
    anand anatoli anatoly anders anderson andre andreas andrei andrej andres andrew andrey andrii andriy
    andrzej andré andrés andy angelo angus anibal anil anthony antione antoine anton antone antonin antonio
    antonis antony antwan antónio anwar archie arden arjun arkady arlen arlie armand armando arnaud arnold
    arnoldo arnulfo aron arron arseniy arseny art artem arthur artur arturo arvind asa asad asghar ashok
    ashraf asif athanasios atul augustus aurelio austin avery avi avigdor aziz bakr barack barney barrett
    barry bart barton bashar bashir basil bassam beau ben benedict benedikt benito benjamin bennett bennie
    benny benoit benoît benton bernard bernardo bernd bernie bert bertram beto bilal bill billy binyamin
    bjorn bjørn blaine blake bob bobby bogdan bohdan booker boris borislav borja boyce boyd brad bradford
    bradley bradly brady brain branden brandon branko brant brendan brendon brent brenton bret brett brian
    brice brock broderick brooks bruce bruno bryan bryant bryce bryon buck bud buddy buford burl burt burton
    buster byron caleb callum calvin cameron carl carles carlo carlos carlton carmelo carmine carroll carson
    carter cary cecil cedric cedrick cem cesar cesare chadwick chaim chang charalambos charles charley
    charlie chas chase chauncey chester chet chris christian christoper christophe christopher christos
    chuck ciaran clarence clark claud claude claudio clay clayton clemens clement clemente cletus cleveland
    cliff clifford clifton clint clinton clyde cody colby cole coleman colin collin colm colton columbus
    conrad cordell corey cornelius cornell cortez cory coy craig cristobal cristopher curt curtis cyril
    cyrus cédric dale dallas dalton damian damien damion damon dan dane danial daniel daniele danilo dannie
    danny dante darell daren darin dario darius dariusz darnell daron darrel darrell darren darrick darrin
    darron darryl darwin daryl dave david davis dawid dean deandre deangelo declan deepak delbert delmar
    delmer demarcus demetrius denis dennis denny denver denys deon derek derick dermot derrick deshawn
    desmond devin dewayne dewey dewitt dexter dick diego dieter dillon dimitri dimitrios dimitris dinesh
    dino dion dirk dmitri dmitriy dmitry domenic domingo dominic dominick dominik dominique don donald donn
    donnell donnie donny donovan donte dorian dorsey doug douglas douglass doyle dragan drew duane duarte
    dudley duncan dustin dwain dwayne dwight dylan earl earle earnest ebrahim ed eddie eddy edgar edgardo
    edison edmond edmund edmundo eduard eduardo edvard edward edwardo edwin efrain efren ehud eitan elbert
    elden eldon eldridge eli elias elijah eliseo elliot elliott ellis ellsworth elmer elmo elon eloy elroy
    elton elvin elvis elwood emanuel emerson emery emil emile emilio emmanuel emmett emmitt emory emre enoch
    enrique erasmo erdoğan eric erich erick erik ernest ernesto ernie errol ervin erwan erwin esteban ethan
    etienne eugene eugenio eusebio evan everett everette evgeny evo ewan eyal ezekiel ezequiel ezra fabian
    fabio fadi fahad fahd faisal farid farouk faruk faustino fausto fawzi federico felipe felix felton
    ferdinand ferenc fermin fernando fidel filiberto filip fletcher florencio florentino florian floyd
    forest forrest foster francesco francisco franck francois frank franklin franklyn franz françois fred
    freddie freddy frederic frederick fredric fredrick freeman friedrich fritz fumio fyodor félix gabor
    gabriel gaetano galen gamal gareth garfield garland garret garrett garry garth gary gaston gavin gaylord
    genaro gene gennady geoffrey george georges georgi georgios georgy gerald geraldo gerard gerardo gerhard
    german germán giacomo gianluca gianni gil gilbert gilberto gino giorgio giorgos giovanni giulio giuseppe
    glen glenn gonzalo goran gordon grady graham graig grant granville greg gregg gregorio gregory grigory
    grover guido guillaume guillermo gunnar gus gustavo guy gábor günter günther habib hai hakan hal hamad
    hamid hamish hamza hank hans hariri haris harlan harland harley harold harris harrison harry haruki
    harvey hasan hashim hassan hayden haywood heath hector heinrich heinz helmut henri henrik henrique henry
    herb herbert heriberto herman hernán herschel hershel hilario hilton hipolito hiram hiroshi hobert
    hollis homer horace horacio horst hosea hosni hossein houssein houston howard hoyt hubert huey hugh hugo
    humberto hunter hussain hussein hyman ian ibrahim idris ignacio igor ike ilya imad imran ioannis ira
    irvin irving irwin isaac isaiah isaias isaías isiah isidro ismael ismail israel isreal issac itzhak ivan
    ivo jaak jacek jacinto jack jackson jacob jacques jaime jair jake jakob jakub jamaal jamal jamar jame
    jamel james jamison jan janez janos jared jarod jaroslav jaroslaw jarred jarrett jarrod jarvis jason
    jasper javier jay jayson jc jeb jed jeff jefferey jefferson jeffery jeffrey jeffry jens jerald jeramy
    jere jeremiah jeremy jermaine jerold jerome jeromy jerrell jerrod jerrold jerry jess jesse jesus jesús
    jim jimmie jimmy jiri jiří joachim joakim joao joaquin joaquín jochen joe joel joesph joey johan johann
    johannes john johnathan johnathon johnny johnson jon jonah jonas jonathan jonathon jordi jordon jorge
    jose josef josep joseph josh joshua josiah jospeh josue josé joão juan jude judson juha jukka jules
    julian julien julio julius junior jurgen justin justus jános jérôme józef jörg jürgen kamal kareem karel
    karim karl kaspar keenan keith kelvin kemal ken kendall kendrick keneth kenji kenneth kennith kenny kent
    kenton kermit keven kevin khaled khalid khalil kieran kieth kip kirby kirk kit kofi konrad konstantin
    konstantinos korey kory kostas kraig kristofer kristopher krzysztof kumar kurt kurtis kwame kwasi kyle
    lamar lamont lance landon lanny larry lars laurence lawerence lawrence lazaro leandro lee leif leland
    lemuel len lenard lenny leo leon leonard leonardo leonel leonid leonidas leopoldo leroy lester leszek
    levi lewis lincoln lino linwood lionel lloyd logan lon lonnie lonny loren lorenzo louie louis lowell
    loyd luc luca lucas luciano lucien lucio lucius luigi luis luiz lukas lukasz luke luther luís lyle
    lyndon lynwood lázaro mac maciej mack mads mahathir mahmoud mahmud maksim malcolm malcom malik manfred
    manmohan manual manuel marat marc marcel marcelino marcellus marcelo marcin marco marcos marcus marek
    margarito mariano mario marios mark marko markus marlin marlon marquis marshall martin martti marty
    martín marvin mason massimo mateo mateusz mathew mathieu mats matt matteo matthew matthias maurice
    mauricio maurizio mauro max maxim maxime maximo maxwell maynard mckinley mehdi mehmet mel melvin merlin
    merrill mervin mevlüt micah michael michal michale michał micheal michel mick mickey miguel mihai mihail
    mikael mike mikel mikhail mikko milan miles milford millard milo milos miloslav miloš milton miquel
    mircea miroslav mitch mitchel mitchell mitt mo modesto mohamad mohamed mohammad mohammed moises monroe
    monte monty mordechai morris morton mose moses moshe mostafa muammar muhammad muhammadu murat murray
    mustafa mykhailo mykola myles myron nabil nadir napoleon narendra naser nasir nathan nathanael nathanial
    nathaniel nawaz nayib neal ned neil nelson nestor neville newt newton nicholas nick nickolas nicolae
    nicolas nicolás nicos niels nigel nikol nikola nikolai nikolaos nikolas nikolay nikos nils nir noah noam
    noble noe noel nolan norbert norberto norman normand norris nuno nuri octavio odell odis olaf olav oleg
    oleh oleksandr oleksii oleksiy olen olin oliver olivier olusegun omar omer oren oriol orlando orval
    orville osama oscar osman osvaldo oswaldo otha otis otto owen pablo palmer paolo parker pascal pasquale
    pat patrick paul pavel pavlo pawel paweł pedro per percy pere perry pete peter petr petro petros phil
    philip philippe phillip pierre pieter piotr porfirio porter pranab pravin predrag preston przemysław pål
    qasim quentin quincy quinn quintin quinton rafael rafał rafik rahm rahul rainer raj rajesh rajiv rakesh
    raleigh ralph ram ramiro ramon ramzan ramzi ramón rand randal randall randell randolph randy raphael
    raphaël rashad rashid raul ravi ray rayford raymon raymond raymundo raúl recep reed refugio reggie
    reginald reid reinaldo reince reinhard renaldo renato renaud rene rené reuben rex rey reyes reynaldo
    reza rhett ricardo riccardo richard richie rick rickey rickie ricky rico rigoberto riley riyad rob
    robbie robby robert roberto robt rocco rocky rod roderick rodger rodney rodolfo rodrick rodrigo rogelio
    roger roland rolando rolf rolland romain roman romeo ron ronald ronan ronnie ronny roosevelt rory roscoe
    rosendo ross roy royce ruben rubin rubén rudolf rudolph rudy rueben rufus rupert rush ruslan russ russel
    russell rusty ryan saad sadiq saeed said sal salah saleh salim salman salvador salvatore sam sami samir
    sammy samual samuel sanford sanjay santiago santo santos saud saul sauli scot scott scottie scotty sean
    sebastian sebastien sebastián selim semyon serge sergei sergejs sergey sergi sergio sergiy serhii serhiy
    seth seymour seán shad shafiq shahbaz shahid shahram shane sharif shaul shaun shawn shayne sheldon
    shelton sherman sherwood shigeru shimon shinzo shinzō shon sid sidney silas silvio simon slobodan sol
    solomon sonny soren spencer srdjan stan stanford stanislav stanisław stanley stanton stefan stefano
    stefanos steffen stelios stephan stephen sterling steve steven stevie stewart stuart stéphane suleiman
    sultan suresh svein sven sylvester sébastien sören søren tad taha tamas tamás tanner tarek tareq tariq
    taro tayyip ted teddy teodoro terence terje terrance terrell terrence terry thabo thad thaddeus theodore
    theron thierry thomas thorsten thurman tibor tim timmy timo timothy timothée timur titus tobias toby tod
    todd tom tomas tomasz tomislav tommy tomás tomáš toney tony toomas torsten tory travis trent trenton
    trevor trey tristan troy truman tuan tucker ty tyler tyree tyrell tyron tyrone tyson uhuru ulrich
    ulysses umar umaru uri uwe vaclav vadim valdis valentin valentine valery vance vasco vasil vasiliy
    vasily vassilis vaughn vern vernon vicente victor vijay viktor vince vincent vincenzo virgil virgilio
    vitali vitaly vito vitor vivek vlad vladimir vladislav volker volodymyr von vyacheslav václav wade waldo
    waleed walid walker wallace wally walter walton ward warner warren waylon wayne weldon wendell werner
    wes wesley weston wilber wilbert wilbur wilburn wiley wilford wilfred wilfredo wilhelm will willard
    willem william williams willian willie willis willy wilmer wilson wilton wim winford winfred winston wm
    wojciech wolfgang woodrow wyatt xabier xavier xi yair yannick yannis yasir yasser yasuo yevgeny yevhen
    yiannis yitzhak yoav yoshihide yossi yousef youssef yousuf yuri yuriy yury yusuf yves zachariah zachary
    zachery zack zackary zane zaur zbigniew zdeněk zeljko zia zine zoran étienne óscar łukasz
    """.split(),
)

FEMALE = frozenset(
    """
    dominique
    abbey abbie abby abigail ada addie adela adelaida adelaide adele adelina adeline adell adriana adriane
    adrianna adrianne adrienne agatha agnes agnieszka agnès aicha aida aileen aimee aisha alaina alana
    alanna alba alberta albina alda alecia alejandra aleksandra alene alesha alesia alessandra aleta aletha
    alexa alexandra alexandria alfreda alice alicia alina aline alisa alisha alison alissa aliya allene
    allie allison allyson alma alpha alta altagracia althea alvina alyce alyson alyssa amal amalia amanda
    amber amelia ami amie amina amira amparo amy amélie ana anabel anastasia anaïs andra andreja andria
    angela angelia angelica angelika angelina angeline angelique angelita angie anh anissa anita anja anke
    ann anna annabelle annalena annamarie anne annegret anneliese annemarie annetta annette annie annika
    annmarie antionette antoinette antonella antonette antonia anya aoife araceli aracely arancha ardis
    ardith aretha ariadna ariana ariane arleen arlene arline armida artie arwa ashlee ashleigh ashley ashton
    asma astrid atefeh athena audra audrey augusta aura aurelia aurora autumn ava avis ayanna ayse ayşe azra
    bambi barb barbara barbra beata beatrice beatriz becky belen belinda bella belle belva benita bernadette
    bernadine bernice berniece bernita berta bertha bertie beryl bess bessie beth bethany betsy bette bettie
    bettina betty bettye beulah beverley beverly bianca billie birdie birgit blanca blanch blanche bobbi
    bobbie bonita bonnie bonny brandi brandie brandy breanna brenda brenna briana brianna brianne bridget
    bridgett bridgette brigette brigitte britney brittani brittany brittney bronwyn brook brooke caitlin
    caitlyn callie camila camilla camille candace candelaria candi candice candida candy cara caren cari
    caridad carina carissa carla carleen carlene carlota carlotta carly carman carme carmel carmela
    carmelita carmella carmen carol carola carole carolee caroline carolyn carrie caryl caryn casandra
    cassandra cassie catalina catarina catharine catherine cathie cathleen cathrine cathryn cathy catina
    catrina cecelia cecile cecilia celeste celestine celia celina chanda chandra chanel chantal chantel
    charisse charla charleen charlene charline charlotte charmaine chasity chastity chelsea chelsey chelsie
    cheri cherie cherly cherry cheryl cheryle chiara chiquita chloe chrissy christa christal christen
    christi christiane christie christin christina christine christy chrystal cindi cindy cinthia claire
    clara clare clarice clarissa claudette claudia claudine clementine coleen colette colleen collette
    concepcion concetta condoleezza connie constance consuelo cora coral cordelia cori corina corine corinna
    corinne cornelia corrie corrine cortney courtney cristal cristina cristine cristy crystal cynthia cécile
    célia daisy dalia damaris danelle danette daniela daniella danielle danita danna danuta daphne dara
    darci darcy daria darla darleen darlene dawn dawna dayna deana deann deanna deanne debbie debby debi
    debora deborah debra debrah dee deena deidra deidre deirdre delfina delia delilah della delma delois
    delores deloris delphine demetria dena denice denise desiree dessie destiny dian diana diane diann
    dianna dianne dilma dina dinah dionne dixie dollie dolly dolores dominga dominika dona donita donna dora
    dorcas doreen dorene doretha dori dorinda doris dorothea dorothy dorothée dorris dortha dorthy dottie
    dovie dulce earlene earline earnestine ebony ebru edie edith edna edwina edythe effie eileen eilidh
    ekaterina elaina elaine elba elda eleanor eleanore elena eleni elenor eleonora elia elida elin elinor
    elisa elisabeth elisabetta elise elissa eliza elizabeth elizebeth ella ellen ellie elma elnora elodie
    eloisa eloise elouise elsa elsie elva elvia elvira elyse emilia emilie emily emma ena enid enriqueta era
    erica ericka erika erin erlinda erma erna ernestina ernestine esmeralda esperanza essie estela estella
    estelle ester esther ethel etta eugenia eula eulalia eunice eva evangelina evangeline eve evelyn evette
    evie evonne ewa fabiola faith fannie fanny farrah fatemeh fatima fatma fawn fay faye federica felecia
    felicia felicita felicitas felipa felisha fern filomena fiona flavia flor flora florence florence
    floriane florida florine flossie floy fran frances francesca francine francisca franziska françoise
    frauke freda freida freya frieda gabriela gabriella gabrielle gail galina garnet gay gaye gayla gayle
    gena geneva genevieve genoveva georgette georgiana georgianna georgie georgina geraldine gerda geri
    germaine gerri gertie gertrude ghada gilda gillian gina ginger ginny giorgia gisela giselle giulia
    gladys glenda glenna gloria goldie grace gracie graciela gregoria greta gretchen griselda gro gudrun
    guillermina gussie gwen gwendolyn hailey hala haley halima halina hallie hana hanan hanna hannah
    hannelore harriet harriett harriette hattie haydee hayley hazel heidi heike helen helena helene helga
    helle hellen henrietta herlinda hermelinda herminia hester hilary hilda hildegard hillary hina hiroko
    holli hollie hope hortencia hortense huma hélène ida idella ila ilaria ileana ilene ilhan ilse ima
    imelda imogene ina ines inez inga inge ingeborg ingrid inés iola iona ione irena irene irina iris irma
    isabel isabell isabella isabelle iva ivana ivanka ivette ivonne ivy iwona jacinda jacklyn jaclyn jacque
    jacquelin jacqueline jacquelyn jacquline jada jade jadwiga jaimie jami jamila jana jane janeen janel
    janell janelle janet janette janice janie janina janine janis janna jannette jannie jaqueline jasmin
    jasmina jasmine jayme jayne jeana jeane jeanetta jeanette jeanie jeanine jeanna jeanne jeannette jeannie
    jeannine jena jenelle jenifer jeniffer jenna jennette jenni jennie jennifer jenny jeri jerri jerrie
    jesica jessica jewel jewell jill jillian jo joanie joann joanna joanne jocelyn jodi jodie joelle joellen
    johanna johnna joleen jolene joni jonnie josefa josefina josephina josephine josette josie jovita joyce
    joycelyn juana juanita judi judith judy juli julia juliana juliane julianna julianne julie juliet
    juliette justina justine justyna kaitlin kaitlyn kaja kala kamala kami kara karen kari karin karina
    karissa karla karol karoline karolyn karon karrie karyn kassandra katarina katarzyna kate katelyn
    katerina katharina katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy katie
    katina katja katrin katrina katrín katy kay kaye kayla keely keisha kelley kelli kellie kelly kellyanne
    kelsey kendra keri kerri kerrie kersti kesha keshia khadija kia kim kimberlee kimberley kimberly kira
    kirsten kirstjen kisha kitty klara kori krista kristal kristen kristi kristie kristin kristina kristine
    kristy krystal krystle krystyna ksenia kyla kylie kyong kyra kyriaki kyrsten kyung lacey lacie ladonna
    laila lakeisha lakesha lakeshia lakisha lamia lana laquita lara larisa larissa lashanda lashawn lashonda
    latanya latasha latifa latisha latonia latonya latosha latoya latrice latricia laura laureen laurel
    lauren lauretta laurette lauri laurie laverne lavina lavon lavonne lawanda lea leah leann leanna leanne
    leatrice leeann leigh leila leilani leisa lela lelia lena lenora lenore leola leona leone leonor leonora
    leora leota lesa lesley lessie leta letha leticia letitia lettie leyla lia libby lida lidia liesbeth
    lila lilia lilian liliana lillian lillie lilly lily lina linda lindsey lindy linnea linnie lisa lise
    lisette lissette liudmila liv liz liza lizabeth lizbeth lizette lizzie ljubica lois lola lolita lona
    lora loraine lorena lorene lorenza loretta lori lorie lorine lorna lorraine lorri lorrie lotte lottie
    lou louann louella louisa louise lourdes lovie luann luanne lubna lucia lucie lucila lucile lucille
    lucinda lucretia lucy lucía ludmila luella luisa lula lulu lupe lura luz lydia lyn lynda lyndsey lynette
    lynn lynne lynnette lyudmila mabel mable mackenzie madeleine madeline madelyn madge madonna mae magda
    magdalena magdalene maggie magnolia maha maia maja majorie malala malgorzata malinda malissa mallory
    mamie manal mandi mandy manon manuela mara maranda marcela marcelina marcella marcelle marci marcia
    marcie marcy margaret margarethe margarette margarita marge margery margie margo margot margret
    margrethe marguerite mari maria mariah mariam marian mariana mariann marianna marianne maribel maricela
    marie marietta marija marilee marilena marilyn marilynn marina marine marion marisa marisela marisol
    marissa marita maritza mariya mariá marjorie marjory marla marlena marlene marlyn marlys marnie
    marquerite marquita marsha marta martha marti martina marva marvel mary maryam maryann maryanne marybeth
    maryellen maryjane marylin marylou maría matilda matilde mattie maud maude maudie maura maureen maurine
    mavis maxie maxine maya maybelle mayme mayra mayumi mazie małgorzata meagan meaghan megan megawati
    meghan mei melania melanie melba melina melinda melisa melissa mellisa mellissa melodie melody melony
    melva melvina mercedes meredith meryem meta mette mia micaela michaela michele micheline michell
    michelle michèle migdalia milagros mildred milena millicent millie mimi mina mindy minerva minnie
    miranda mireille mireya miriam mirian mirjana mirna missy misti misty mittie mitzi mollie molly mona
    monica monika monique montserrat mozelle muriel myra myriam myrna myrtis myrtle nabila nada nadezhda
    nadia nadine nadja naima najat nakia nan nanci nancy nanette nannette nannie naomi natalia natalie
    nataliya natalya natasha nathalie natividad nawal nedra neelie neha nelda nell nellie nelly nena nereida
    nesrine nettie neva nichole nicki nicole niki nikki nila nilda nina nita nkosazana noelle noemi nola
    nona noor nora noreen norma nova novella nuria nydia octavia odessa ofelia oksana ola olena oleta olga
    olive olivia oma ona opal ophelia ora oralia oriana ornella orpha ottavia paige paloma pam pamala pamela
    pansy paola patrica patricia patsy patti pattie patty paula paulette paulina pauline pearl pearlie
    pearline peggie peggy penelope pennie penny penélope perla petra phillis philomena phoebe phuong phylis
    phyliss phyllis pia pilar polina polly portia pricilla priscilla priti priya prudence queen rachael
    racheal rachel rachelle radmila rae rafaela raisa ramona randi rania raquel rasha rashida raven reba
    rebeca rebecca rebekah regina reina rena renae renata renate renee renita reta retha reva reyna rhea
    rhiannon rhoda rhonda richelle rim rita robbin roberta robin robyn rochelle rocio roma romona rona ronda
    rosa rosalba rosalee rosalia rosalie rosalina rosalind rosalinda rosalyn rosanna rosanne rosario rose
    roseann roseanna roseanne rosella roselyn rosemarie rosemary rosetta rosie rosina rosita roslyn rowena
    roxana roxane roxann roxanna roxanne roxie roza ruby rubye ruth ruthann ruthie sabina sabine sabrina
    sadie sahra sakura salina sallie sally salma salome samantha samatha samira sana sandi sandra sanjuana
    sanjuanita sanna santa sara sarah sasha saskia saundra scarlett seher selena selina selma serena shabana
    shaina shalonda shameka shamika shana shanda shanna shannon shanon shanta shante shantel shara shari
    sharla sharlene sharon sharonda sharron sharyn shauna shawna shayla shayna sheena sheila shelia shelley
    shelli shellie shelly sheree sheri sherie sherita sherri sherrie sherrill sherry sheryl shiela shirin
    shirlene shirley shonda sierra sigrid siham silvia simone simonetta socorro sofia soledad solveig sondra
    sonia sonja sonya sophia sophie stacey staci stacia stacie stacy starla starr stefania stefanie stella
    stephanie stephany stephenie stéphanie sue summer sunny susan susana susanna susannah susanne susie
    suzan suzanna suzanne suzette svetlana sviatlana sybil sylvia sylvie tabatha tabitha tamara tameka
    tamela tamera tami tamika tammi tammie tammy tamra tana tania tanisha tanja tanya tara tarja taryn tasha
    tatiana tatyana tawana tawanda tawnya teena tena tera teresa terese teresita teressa teri terra terri
    terrie tessa tessie thea theda thelma theodora theresa therese thuy thérèse tia tiana tiara tierra
    tiffani tiffanie tiffany tillie tina tisha tomasa tomeka toni tonia tonja tonya tori tosha toya tracey
    traci tracie tracy trena tresa tressa treva tricia trina trisha trista trudy tulsi twila twyla tyra ulla
    una ursula uta vada valarie valencia valentina valeria valerie valorie valérie vanessa veda velda velma
    venessa venita venus vera verda vergie verla verna vernell vernice veronica veronika verónica vesta
    vickey vicki vickie vicky victoria vida vikki viktoria vilma viola violet violeta virgie virgina
    virginie vivian viviana viviane vonda wafa wanda wendi wendy whitney wilda wilhelmina willa wilma windy
    winifred winnie winnifred winona xenia xiomara yadira yasmin yasmine yekaterina yelena yesenia yevgenia
    yingluck yoko yolanda yolonda yoshiko yulia yuliya yuriko yvette yvonne zahra zainab zeinab zelda zella
    zelma zenaida zoe zofia zoila zola zora zoraida zoë zsuzsanna zuzana élisabeth
    """.split(),
)
