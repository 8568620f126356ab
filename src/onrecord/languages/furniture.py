"""How news names its parts, before anybody knows its language: field names, agencies, page furniture, days.

Data only, of English and of whatever other languages exports and pages mix in; ``sources`` and ``articles``
read it. Lists hold what a class of texts has in common (every export that calls a headline ``hed``), never
one text's wording.
"""

from __future__ import annotations

import re

from onrecord.languages.months import WORLD_DAY

# The pattern is used several times in one expression, where no group may have a name.
_WORLD_DAY = re.sub(r"\?P<\w+>", "?:", WORLD_DAY)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


# Article field -> the names exports give it, best first; keys are folded (lower case, "_" for the rest).
# Seen in: NewsAPI, GDELT, news-please, Media Cloud, Guardian and NYT APIs, JSON Feed, RSS, Dublin Core,
# Open Graph, schema.org, LexisNexis and Factiva exports, front matter of static sites.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": _names(
        """text body maintext main_text article_text article_body articlebody full_text fulltext
        body_text bodytext content_text text_content plain_text plaintext cleaned_text raw_text
        extracted_text news_text news_content article_full_text content content_html content_encoded
        body_html body_copy body_paragraphs article_paragraphs paragraphs story_body story story_text article
        article_content document tx td volltext texte texto testo inhalt tekst текст opening_text
        highlight txt abstract_note transcript transkript transcripción trascrizione"""
    ),
    "title": _names(
        """title headline headlines hed headline_main article_title article_headline news_title news_headline
        story_title head heading header og_title dc_title webtitle hd hl subject titel überschrift
        schlagzeile titre titulo título titolo titular overskrift tytuł заголовок kop
        book_title story_slug episode episode_title video_title thread_title"""
    ),
    "subtitle": _names("subtitle subheadline sub_headline subhead sub_title dek deck standfirst"),
    "given_id": _names(
        """id given_id article_id articleid doc_id docid document_id guid uuid uid _id identifier
        accession_number message_id an"""
    ),
    "outlet": _names(
        """outlet media_outlet news_outlet outlet_name publication publication_name publication_title
        newspaper newspaper_title paper paper_title journal_title pub_title pub source_title host_title
        container_title partof_title part_of_title pub_name source_name publisher publisher_name source
        news_source site_name sitename service_name og_site_name site website media media_name provider
        journal sn src page_name channel_name channel_title show show_title
        source_domain domain quelle zeitung medium fuente medio periódico diario fonte testata giornale jornal
        veículo station broadcaster krant avis tidning gazeta źródło источник издание газета сми"""
    ),
    "date": _names(
        """date published_at publishedat published date_published datepublished date_publish
        published_time article_published_time published_date publish_date publishing_date
        publication_date first_publication_date date_of_publication article_date news_date
        pub_date pubdate published_on publication_time publish_time time_published
        webpublicationdate dc_date
        issued date_time datetime posted posted_on timestamp versioncreated firstpublished
        firstcreated display_date first_display_date unix_timestamp upload_date released aired created_utc
        created_at created post_created date_created pd datum erscheinungsdatum fecha issue_date date_issued
        edition_date cover_date print_date air_date release_date data_pubblicazione date_de_parution
        date_parution paru_le date_de_publication publié_le fecha_de_publicación fecha_publicación
        data_de_publicação veröffentlicht veröffentlichungsdatum erschienen publiziert_am dato
        datum_publicatie data_publikacji дата дата_публикации"""
    ),
    "url": _names(
        """url link permalink web_url weburl article_url canonical_url source_url page_url
        external_url original_url requested_url story_url article_link source_link web_link href uri
        title_link from_url lien enlace adresse_url ссылка адрес"""
    ),
    "byline": _names(
        """byline by author authors author_name author_names article_authors written_by writer writers
        creator creators dc_creator au contrib reporter reporters journalist from autor autoren verfasser
        auteur auteurs autores autore journalist_name published_by contributor influencer
        book_author author_name_s autor_in verfasserin journaliste periodista redator giornalista forfatter
        skribent автор авторы"""
    ),
    "language": _names("language lang inlanguage dc_language la"),
    "credit": _names("credit credit_line creditline wire agency news_agency cr"),
}

# Words before the name of a part that only say of what it is one: "Air date", "News source", "Clip title".
QUALIFIERS = _words(
    """article story news item document doc post main full original air broadcast print issue publish
    published publication first pub web online press clip clipping cutting dc dcterms og"""
)
# Words behind the name of a part that only say how it is written: "Outlet name", "published_utc".
TRAILING: dict[str, frozenset[str]] = {
    "outlet": _words("name names"),
    "title": _words("text"),
    "byline": _words("name names composed"),
    "date": _words("utc gmt iso iso8601 local string str"),
}
# Keys that open a header line without naming a part of ``Article``; kept under their own names.
OTHER_KEYS = _words(
    """abstract author_description author_title categories category category_1 category_2 classification
    copyright country dateline description desk document_type edition geographic highlight image
    industry keywords length load_date location modified page pages person place priority publication_type
    region section series slug status subjects summary tag tags to topic topics type updated
    updated_at version word_count words ressort rubrik seite ausgabe dokumentnummer rubrique sección
    sezione pagina"""
)

# What a note says that corrects an article, or tells that it was changed.
CORRECTING = (
    r"\b(?:correct(?:s|ed|ions?|ing)?|clarif\w{2,8}|amend(?:s|ed|ment)?|errat(?:um|a)|error|incorrect(?:ly)?"
    r"|(?:earlier|previous|original) version|misstat\w{2,4}|misspel\w{2,5}|misidentif\w{3,5}|wrong(?:ly)?"
    r"|updated?|retract\w{2,4}|korrektur|berichtigung|rectificati(?:f|on)|correcci[oó]n|fe de err\w{3,6}"
    r"|rettifica)\b"
)

# How a note begins that says so of the text it stands in.
CORRECTED = re.compile(
    r"\W{0,12}+(?:this (?:article|story|report|post|piece|headline|item|column|page)\b.{0,60}?"
    r"\b(?:was|has been|is)\b.{0,20}?\b(?:amended|corrected|updated|edited|changed|revised|clarified)\b"
    r"|an? (?:earlier|previous|original) version of (?:this|the)\b"
    r"|(?:correction|clarification)s?\b.{0,30}:)",
    re.IGNORECASE,
)
# What a line says of who may print a text again.
RIGHTS = re.compile(
    r"\ball rights reserved\b|\b(?:alle rechte vorbehalten|riproduzione riservata)\b"
    r"|\b(?:todos (?:los derechos|os direitos) reservados|tous droits r[eé]serv[eé]s)\b"
    r"|\bmay not be (?:re-?(?:produced|published|printed|written|distributed)|copied)\b"
    r"|\bwithout (?:the )?(?:prior|express)\b.{0,40}\b(?:permission|consent)\b",
    re.IGNORECASE,
)
# A value that says there is no value.
PLACEHOLDER = (
    r"(?:none|null|nil|nan|n/?a|na|unknown|undefined|not (?:available|provided|specified|found)"
    r"|[\w ]{0,40}\bnot (?:found|available)|-+|\?+)"
)

# Agencies whose names alone, in a dateline's or a credit's place, mean the agency.
AGENCIES = _words(
    """AA AAP AFP AKI ANA ANI ANSA AP APA ANP Anadolu Antara Belga BNO Bloomberg BTA CNA CNN CP CTK DPA
    dpa EFE Interfax IANS IPS IRNA ITAR-TASS JTA KCNA Kyodo KUNA LETA Lusa MTI NPR NTB NTS PA PAP PTI
    QNA Reuters RIA SANA SPA STT TASS TT UNIAN UNI UPI Ukrinform WAFA WAM Xinhua Yonhap"""
) | _phrases(
    """The Associated Press | Associated Press | Agence France-Presse | Press Association | Canadian
    Press | The Canadian Press | Deutsche Presse-Agentur | RIA Novosti | Kyodo News | Anadolu Agency
    | Thomson Reuters | Thomson Reuters Foundation | Getty Images | Shutterstock"""
)

# A name that holds one of these is an organisation that publishes, not a person.
OUTLET_WORDS = _words(
    """agency associated broadcaster broadcasting bulletin chronicle courier daily dispatch echo examiner
    express gazette globe guardian herald independent inquirer journal ledger mail media mirror monitor
    network news newspaper newsroom newswire observer online post press radio record register reporter
    review sentinel standard star telegraph telegram television times tribune tv weekly wire"""
)
# Services whose hosts send what others write: mail for everybody, letters, lists, alerts.
CARRIERS = _words(
    """aol beehiiv buttondown campaign-archive constantcontact ghost gmail gmx google googlegroups googlemail
    groups hotmail icloud lists listserv mailchimp mailchimpapp medium outlook patreon proton protonmail
    sendgrid substack talkwalker tinyletter web yahoo"""
)
# Services that keep what papers print, folded: none of them is the paper.
KEEPERS = _words(
    """thewaybackmachine waybackmachine internetarchive webarchive archivetoday pressreader pressdisplay
    factiva proquest lexisnexis nexis nexisuni newsbank europresse genios ebsco ebscohost gale
    newspaperscom evernote onenote zotero mendeley pocket instapaper readwise feedly inoreader flipboard
    meltwater cision"""
)
# Lines that an archive of pages sets above the page it kept: whence, and when it took it.
SNAPSHOT = re.compile(
    r"\W*(?:webpage (?:capture|screenshot)|saved from(?: https?://.*)?"
    r"|(?:no other|all) snapshots from (?:this|host)\b.*|the wayback machine - https?://.*|\d+ captures"
    r"|share download \.zip\b.*|(?:this is )?(?:google[’']s )?cache(?:d)? (?:copy )?of https?://.*"
    r"|it is a snapshot of the page as it appeared on .*)\W*",
    re.IGNORECASE,
)
# A browser's line on top of each page that it prints: the day, the hour, the page's title.
PRINTED = re.compile(r"\W*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?\s{3,}\S")
# The same words inside a person's role: "Staff Reporter", "Times Staff Writer".
ROLE_WORDS = _words("correspondent editor staff writer reporter columnist contributor")

# What stands before them: "Senior Political Editor", "Legal affairs".
ROLE_KINDS = _words(
    """affairs assistant chief deputy diplomatic environmental foreign legal municipal political senior
    special"""
)

MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May\b|June?\b\.?|July?\b\.?"
    r"|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
# A whole day, in words or in digits.
DAY = (
    rf"\b(?:{_WORLD_DAY}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w.-])|\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)\b|\d{{4}}[-/.]\d\d?[-/.]\d\d?(?:\b|(?=T\d))"
    rf"|\d{{4}}[年년] ?\d{{1,2}}[月월] ?\d{{1,2}}[日일]"
    r"|\d{1,2}\. \d{1,2}\. \d{4}\b|\d{4}\. \d{1,2}\. \d{1,2}\b"
    r"|\d\d(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:19|20)\d\d\b"
    rf"|{MONTH}  ?\d{{1,2}} \d\d:\d\d:\d\d (?:[A-Z]{{2,4}}|[+-]\d{{4}}) \d{{4}}\b"
    rf"|{MONTH},?[ -]?\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ -]\d{{4}}|,\d{{4}}|,? [’']\d\d)?"
    rf"|\d{{4}}[ -]{MONTH}[ -]\d{{1,2}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of|-|/)? ?(?<=[ \-/\d]){MONTH}"
    rf"(?:(?:,? |-|/)\d{{4}}|[ -][’']?\d\d(?![\d:.]))?)"
)
CLOCK = (
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?"
    r"(?: (?:GMT|UTC|BST|E[SD]T|CES?T|IST|MSK))?|\b\d{1,2} ?[ap]\.?m\b\.?"
)
DAY_NAMES = r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?(?=[\s,|]|$)"
# What citations say of when something was looked up, and of where it stands besides.
CITED_LOOKED_UP = (
    r"(?:last )?(?:accessed|retrieved|viewed|visited|consulted|archived)(?: (?:on|from|the original))?"
    r"|zugriff(?: am)?|abgerufen(?: am)?|consulté le|consultado (?:el|em)"
)
CITED_PARTS = "pp?|pages?|pg|sec|vol|no|seite|s"
CITED_BESIDE = (
    r"\bin:|\[online\]|\bavailable (?:at|from)|\bpublished(?: online)?(?= )|\bprint(?=[.;])"
    r"|\bnewspaper article|\[newspaper(?: article)?\]"
)
# What a byline begins with before "by" or a colon.
BYLINE_LEADS = (
    r"words|text|story|report|reporting|reported|written|updated|posted|published|compiled|analysis|interview|opinion"
    r"|commentary"
    r"|author of (?:the|this) (?:article|story)"
    r"|review|author|authors|writer|correspondent|contributor|hosted|presented|submitted|filed|reporter"
    r"|translated|byline|special report|added|uploaded|article|exclusive|contributed|produced"
    r"|tekst|texte|texto|testo|autora?|auteure?|autore|verfasser(?:in)?|forfatter|auteurs|autores"
)
# What stands before a place in a sentence, and before no paper that is not well known.
PLACED_BEFORE = "in|near|outside|around|across|beyond"
NAME_PARTICLES = _words(
    """de la le du von vom van der den dem zu zum al el bin ibn ben abu da di do dos das del della dal dei los
    las ter ten y e st mac op af ap"""
)
STAFF_WORDS = _words(
    """staff agencies agency desk newsroom reporter reporters correspondent correspondents service services
    wire bureau own our team web digital"""
)
# Bodies whose people write for papers: "Margit Ojala, University of Velm".
EMPLOYER_WORDS = _words(
    """university universität université universidad college institute institut school faculty academy
    hospital ministry department council committee foundation association"""
)
# What opens a letter before whom it is to: "Hi Margit".
GREETING_WORDS = _words("hi hello hey dear greetings thanks")
# What a line names that gives who made the pictures or put the text right, and not who wrote it.
OTHER_TASKS = (
    r"photo\w*|pictures?|pics?|images?|video\w*|illustrat\w+|graphics?|edit(?:ed|or|ing)\b\w*|produc\w+"
    r"|translat\w+|camera|cartoon|maps?|design\w*|fact.check\w*|review\w*"
)
# What a line that names the paper begins with.
SOURCE_LEADS = (
    r"source|sources|part of|quelle|publication|publisher|newspaper|station|from|via"
    r"|(?:first |originally )?published (?:in|by|on)"
    r"|(?:reprinted|reposted|cross-posted) (?:with permission )?(?:from|of)"
    r"|(?:text of )?report (?:carried )?by"
    r"|clipping from"
    r"|retrieved from|copied from|this (?:article|story) (?:first|originally) appeared (?:in|on)"
    r"|copyright(?: ©)?(?: \d{4})?"
    r"|©(?: copyright)?(?: ?\d{4})?(?: by)?|\(c\)(?: copyright)?(?: ?\d{4})?(?: by)?"
)
PAPER_WORDS = _words(
    """magazine channel letter newsletter mercury argus advertiser citizen voice today insider bulletin
    zeitung tageblatt abendblatt nachrichten diario correo soir matin gazzetta corriere aftenblad dagblad
    whig beacon democrat nation digest quarterly monthly tagblatt anzeiger rundschau periodico voz jornal
    messenger intelligencer statesman clarion packet bugle vindicator spectator pioneer reflector banner
    kurier presse bote volksblatt wochenblatt tidende tidning tidningen posten bladet avis avisen krant
    sanomat noticias heraldo prensa giornale messaggero stampa courrier dépêche"""
)
EDITION_WORDS = _words(
    "page p pp pg vol no nr edition issue late final section printed volume number seite ausgabe side image"
)
SECTION_WORDS = _words(
    """news world politics business sport sports opinion culture local environment economy science health
    education technology travel crime courts housing transport energy weather society region home
    national international city arts analysis comment editorial features latest breaking live top more uk us
    music books film general all rights reserved limited ltd media"""
)
# What stands behind a newsroom's name in that of a part or of its company: "CNN Business", "… Company".
# What has "News" there may be a house of its own.
BRANCH_WORDS = (SECTION_WORDS - {"news"}) | _words(
    """company corporation corp group network holdings inc llc plc organization organisation digital online in
    english"""
)
# Words that only sentences have in number, and words with which a page speaks to its reader.
FUNCTION_WORDS = _words(
    """a an the of to in for on at by with from as that which who and or but if than then is are was were be
    been has have had would will could can may might not no it its he she they his her their this these
    those there when while after before because about into over under between during said says"""
)
READER_WORDS = _words(
    """you your yours us our me my click tap here now free sign subscribe share follow join get read more
    please log register login download app email newsletter newsletters"""
)
# A first line with one of these and a full stop is a first sentence: headlines seldom name the day.
DAY_WORDS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|said|told reporters|according to)\b"
)
# Words that may stand beside the date in a line that is only a date stamp.
# What a line calls a text, in which nobody is named.
TEXT_WORDS = _words("official report reports transcript minutes proceedings hansard act statement release")
STAMP_WORDS = _words(
    """published updated posted modified last first created on at of am pm a.m p.m gmt utc est edt et cet
    cest bst ist msk pst pdt local time date year years month months week weeks day days hour hours hrs min
    minutes ago old today yesterday monday tuesday wednesday thursday friday saturday sunday mon
    tue tues wed thu thur thurs fri sat sun edition issue"""
)
# Those of other languages' papers, before and behind a day; some are parts of names, too.
STAMP_WORDS_ABROAD = _words(
    """publié publie mis à jour le modifié publicado publicada actualizado atualizado em às el las pubblicato
    il alle aggiornato veröffentlicht erschienen aktualisiert stand vom um uhr publisert oppdatert publicerad
    uppdaterad den kl klokken gepubliceerd om opublikowano h"""
)
# Capitals before a dash that are no place.
NOT_PLACES = _words(
    """ABOUT ADVERTISEMENT ALERT ANALYSIS BREAKING COLUMN COMMENTARY CORRECTION CORRECTED EDITORIAL
    EXCLUSIVE EXPLAINER FACTBOX FILE INSIGHT INTERVIEW LISTEN LIVE MORE NEW NEWS NOTE OPINION PHOTO PHOTOS
    PODCAST POLL PREVIEW READ RELATED REPORT REVIEW SPECIAL STORY SUMMARY TIMELINE TOP UPDATE UPDATED
    URGENT VIDEO WATCH WRAPUP"""
)

# Labels before the headline of another piece ("SEE ALSO:", "( PHOTOS: …", "Read more:"), and calls in
# capitals that need no colon ("JUST WATCHED", "MUST WATCH"). Every tenth of 20,000 articles has such lines.
_BULLET = r"[(\[•*>»–—-]?\s*+"
POINTER = re.compile(
    _BULLET + r"(?:(?:just|must|also|see|now|don[’']t miss) )?"
    r"(?:watch(?:ed)?(?: live| now| below| here)?|listen(?: here| now)?|see also|now playing|up next"
    r"|read(?: more| also| next| now| the full \w+)?|more(?: on this| from \w+| stories| coverage)?"
    r"|related(?: stor(?:y|ies)| articles?| links?| coverage)?|live(?: updates| blog| coverage)?"
    r"|videos?|photos?|pictures|gallery|slideshow|podcast)\s*:(?:\s|$)",
    re.IGNORECASE,
)
POINTER_CALL = re.compile(
    _BULLET + r"(?:(?:JUST|MUST|NOW|ALSO) WATCH(?:ED)?|WATCH(?:ED| LIVE| NOW)?|READ (?:MORE|ALSO|NEXT)"
    r"|SEE ALSO|NOW PLAYING|UP NEXT|VIDEOS?|PHOTOS?|RELATED) (?=\S*[a-z“\"‘'])"
)

# The line above a list of other pieces' headlines: "Read more from the Ostrey Herald:", "Related stories".
POINTER_HEAD = re.compile(
    _BULLET + r"(?:(?:read|see|watch) (?:more|also|next)|also read|more (?:on|from|stories|coverage|to read)"
    r"|(?:related|recommended|suggested) (?:stor(?:y|ies)|articles?|reading|topics|coverage|links?|content)"
    r"|further reading|most (?:read|viewed|popular))(?: (?:on|from|in|about) [^.!?:]{2,40}| stories)?:?",
    re.IGNORECASE,
)

# How headlines of other pieces end that a page weaves into a sentence, and what labels them in brackets;
# buttons of players and boxes that stand before the first word of a paragraph.
WOVEN_BUTTON = "CLOSE|Story [Hh]ighlights"
WOVEN_END = "MORE"
WOVEN_LABEL = "RELATED|SEE ALSO|READ MORE|READ ALSO|ALSO READ"

# Abbreviations whose full stop is followed by a capital inside one sentence.
ABBREVIATIONS = _words(
    """Adm Amb Asst Atty Ave Bldg Blvd Brig Bros Capt Cdr Cmdr Co Col Comdr Corp Cpl Dep Dept Det Dr Ens
    Esq Fr Ft Gen Gov Hon Inc Insp Jr Lt Ltd Maj Messrs Mme Mr Mrs Ms Mt No Pfc Ph Pres Prof Pvt Rep Reps
    Rev Sec Sen Sens Sgt Spc Sr St Ste Supt Univ viz vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La
    Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo"""
)
# After a full stop without a space, these are the rest of an address or a file name, not a sentence.
ADDRESS_ENDINGS = _words(
    """ai app biz co com de edu eu fm fr gov info int io me mil net news nl org ru tv ua uk us js html php
    pdf py net"""
)

# First words of sentences that a lost break glues to what stands before them. Closed classes
# (articles, pronouns, prepositions, conjunctions) and the adverbs that open news sentences.
OPENERS = _words(
    """A About According Across Additionally After Again Against All Along Also Although Amid Among An And
    Another Any Are As Asked At Because Before Behind Beyond Both But By Can Critics Despite Did Do
    Does During Each Earlier Even Every Few Finally First Following For Former From Further Furthermore
    Given Had Has Have He Her Here His How However If In Indeed Instead Is It Its Just Last Later Like
    Many Meanwhile More Moreover Most Much Nearly Neither Nevertheless Next No Nobody None Nor Not
    Notwithstanding Now Of Officials On Once One Only Or Other Others Our Over Part People Perhaps
    Previously Rather Recently Several She Since So Some Soon Speaking Still Such That The Their Then There
    These They This Those Though Three Through Throughout Thus To Today Tomorrow Tonight Two Under Unlike
    Until Up Upon Was We Were What When Where Whether Which While Who Whose Why Will With Within Without
    Would Yesterday Yet You Your"""
)
# A capital inside a word after these is the word's own: McDonald, MacArthur, DeSantis, FitzGerald.
CAMEL_PREFIXES = _words("Al Ben Bin De Del Des Di Du El Fitz La Le Li Mac Mc O Van Von")

# A hyphen at a line's end after these belongs to the compound ("long-" / "term").
HYPHEN_PREFIXES = _words(
    """all anti co cross counter deep double ex far first fourth full half hard heavy high ill inter
    intra large left life light like long low mid middle military multi near new non north off old on one
    open part post pre pro quasi re right second self semi short single small so soft south state sub
    super then third three top trans two ultra under vice war wide well west world year"""
)

# Languages told apart; a closed list because the identifier guesses exotic ones on short news text.
LANGUAGES = _names(
    """ar az bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka ko lt lv mk nl
    no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh"""
)
