"""English short forms of given names; every name of a line can stand for any other of it.

A short form may stand on several lines ("Alex", "Chris", "Pat"). Foreign short forms are listed where
English-language news uses them.
"""

from __future__ import annotations

NICKNAMES = """
abigail abby gail
abraham abe
albert al bert
alexander alex al sandy sasha alec xander
alexandra alex sandra sasha lexi alexis
alexei alyosha
alfred al fred alfie
allison ally ali
amanda mandy
andrew andy drew
angela angie
anthony tony
antonio tony
arthur art
barbara barb babs
bartholomew bart
benjamin ben benny
bernard bernie
beverly bev
bradley brad
caroline carol carrie
cassandra cass cassie
catherine cathy cat kate katie kathy kitty
charles charlie chuck chas
charlotte charlie lottie
christina chris tina christy chrissy
christine chris tina christy chrissy
christopher chris kit topher
clifford cliff
clinton clint
cynthia cindy
daniel dan danny
david dave davey
deborah deb debbie debby
debra deb debbie debby
dennis denny
dmitry dima mitya
donald don donnie donny
dorothy dot dottie
douglas doug
edmund ed eddie ted
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
elizabeth liz lizzie beth betsy betty eliza libby liza lisa
ernest ernie
eugene gene
evelyn evie
ezekiel zeke
frances fran frannie
francis frank fran
francisco paco pancho
franklin frank
frederick fred freddie rick
gabriel gabe
gabrielle gabby
gerald gerry jerry
gerard gerry jerry
gregory greg
guillermo memo
gwendolyn gwen
harold harry hal
harriet hattie
henry hank harry hal
herbert herb bert
hubert bert
ignacio nacho
irving irv
isaac ike
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
jane janie
janet jan
jeffrey jeff
jeffery jeff
geoffrey geoff jeff
jennifer jen jenny
jeremiah jerry
jerome jerry
jessica jess jessie
joan joanie
john jack johnny jon
jonathan jon jonny johnny
jose pepe
joseph joe joey
joshua josh
judith judy
julian jules
julia julie
katherine kate katie kathy kat kathie kay kitty
kathleen kathy kate katie
kenneth ken kenny
kimberly kim
lawrence larry laurie lars
leonard len leo lenny
leslie les
lewis lew
louis lou louie
lucille lucy
luis lucho
madeleine maddy
margaret peggy meg maggie marge margie greta rita
martin marty
matthew matt
maurice mo
maxwell max
melissa mel missy
melvin mel
michael mike mick mickey mikey
mitchell mitch
mohammed mo
muhammad mo
nancy nan
natalia natasha
nathan nate
nathaniel nate nat
newton newt
nicholas nick nicky
nikolai kolya
norman norm
olivia liv
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paulina lina
peter pete
philip phil pip
phillip phil
randall randy
randolph randy
rafael rafa
raphael raf
raymond ray
rebecca becky becca
reginald reg reggie
reinhold reince
richard rick dick rich ricky richie
robert bob bobby rob robbie bert
roberto beto
roderick rod rick
rodney rod
roger rodge
ronald ron ronnie
rudolph rudy
russell russ
samantha sam
samuel sam sammy
sandra sandy
sarah sally sadie
sergei seryozha
stanley stan
stephanie steph steffi
stephen steve
steven steve
stuart stu
susan sue susie suzy
suzanne sue suzy
sylvester sly
terence terry
teresa terry tess
theresa terry tess
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vernon vern
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
vladimir volodya vova
walter walt wally
wendell wendy
wilfred wilf fred
william bill billy will willie willy liam
winston win
yevgeny zhenya
zachary zach zack
"""
