"""How pages speak of themselves among a story's paragraphs: to the reader, of writers, of pictures.

Data only, as ``furniture``; ``articles`` reads it.
"""

from __future__ import annotations

import re

from onrecord.languages.furniture import DAY

# Lines in which a page speaks to its reader, or of itself: what to sign up for, what stands here in a story's
# way, whose opinions these are. Of 150 articles of bulk news 60 had one that was read as the story's.
ASIDE = re.compile(
    r"\W*(?:story continue[sd]? below|continue reading(?: the main story| below)?|advertisements?:?"
    r"|advertisement continue reading.{0,30}|photos?|videos?|slideshow(?: \(\d+ images?\))?|gallery"
    r"|more on this|image \d+ of \d+|skip advertisement|article continues below.{0,40}|ad feedback"
    r"|now playing|(?:just |must )watch(?:ed)?|this is a rush transcript\b.{0,80}"
    r"|media playback is (?:un)?supported\b.{0,160}"
    r"|(?:the )?(?:views|opinions) (?:expressed (?:by|in|are|here)\b.{0,200}|are (?:personal|(?:his|her"
    r"|their|my) own))"
    r"|this (?:article|story|report|column|piece|post|essay|interview) (?:(?:was )?(?:first|originally)"
    r" (?:appeared|published|ran) (?:in|at|by|as|under)\b"
    r"|(?:first )?appeared (?:in|on|at|by|as|under|[A-Z])).{0,120}"
    r"|(?:do you have|got|have) an? (?:story|tip|view|comment|question)\b.{0,80}\?.{0,60}"
    r"|have your say\b.{0,60}"
    r"|(?:this (?:is an? )?)?(?:english |original )?translat(?:ion|ed) (?:of|from) (?:an|the|this) .{0,30}"
    r"\b(?:article|story|report|text|original|version)\b.{0,200}"
    r"|(?:\w+ )?this content is (?:provided|hosted|supplied) by .{2,120}"
    r"|(?:see|spot(?:ted)?|notice) (?:something|anything|an error|a mistake)\b.{0,60}\?.{0,40}"
    r"|(?:we(?:[’']d| want| would) (?:love |like )?(?:to hear|hear) from you|what do you think)\b.{0,60}"
    r"|(?:catch|get) (?:all )?(?:the )?(?:latest|breaking)\b.{0,40}\b(?:news|updates|stories)\b.{0,80}"
    r"|stay tuned\b.{0,60}|not for (?:distribution|publication|release)\b.{0,60}"
    r"|(?:this \w+ is |strictly )?for internal use only\b.{0,80}|we may (?:earn"
    r"|receive) .{0,20}commission\b.{0,80}"
    r"|this (?:e-?mail|message|communication)\b.{0,60}\b(?:confidential|intended)\b.{0,300}"
    r"|click (?:here )?(?:for|to)\b.{0,80}|tap here\b.{0,80}|thank you for signing up\b.{0,120}"
    r"|note: click\b.{0,80})\W*",
    re.IGNORECASE,
)
# What a mail program writes above or below what somebody sends with it.
SENT_WITH = re.compile(
    r"\W*(?:sent (?:from|via|with|using) (?:my\b[^,.;:]{2,40}|the [^,.;:]{2,40} app)"
    r"|(?:sent (?:from|via|with)|get) \w{3,20}(?: \w{2,12})? (?:for|on) (?:android|ios|mobile|windows|mac)\b"
    r".{0,20}|gesendet (?:von|mit) mein\w{0,2} .{2,40}|von mein\w{1,2} .{2,40} gesendet"
    r"|envoyé (?:de|depuis) mon .{2,40}|enviado (?:desde mi|do meu) .{2,40}|inviato da(?:l mio)? .{2,40}"
    r"|verzonden (?:met|vanaf|van) mijn .{2,40}|(?:skickat från min|sendt fra min) .{2,40})\W*",
    re.IGNORECASE,
)
# Whose picture stands there, by the houses that sell pictures: "Ada Voss/Getty Images".
PICTURED_BY = re.compile(
    r"[^/|]{3,80}/ ?(?:.{0,30}/ ?)?(?:Getty(?: Images)?|Shutterstock|EPA|Pool|Alamy|iStock|Zuma\w*|NurPhoto"
    r"|Sopa Images|picture alliance|Redux|Corbis|Rex|Magnum|Unsplash|Flickr)(?: ?/.{0,40}| via .{2,40})?",
    re.IGNORECASE,
)
# Lines that pages set between a story's paragraphs: buttons, whose picture stands there, who else worked,
# what is to come. Each is all that its line has.
_PICTURES = r"(?:photo(?:graph)?|picture|image|pic|illustration|graphic|video|map|chart)s?"
_CLOSED = r"(?:comments?|replies)(?: \(?\d+\)?| are closed)?"
INSERTED = re.compile(
    rf"\W*(?:(?:show|hide|view|see|enlarge|expand|open|close|load)(?: (?:all|more|this|the|full|larger))?"
    rf" (?:{_PICTURES}|captions?|comments?|gallery|transcript)(?: \(?\d+\)?)?"
    rf"|play(?: (?:audio|video|now|again))?|pause|permalink|menu|copy(?: the)? link|bookmark|(?:read"
    rf"|save for) later"
    rf"|add to (?:reading )?list|gift (?:this )?article|print|loading|{_CLOSED}|\d+ comments?"
    rf"|be the first to comment"
    r"|leave a (?:comment|reply)|breaking(?: news)?|exclusive|opinion|weather|sports?|news"
    r"|home(?: [>/»›] .{1,60})?"
    rf"|{_PICTURES}(?: credits?| source)?(?: by\b|\s?:| [|/]) ?.{{2,60}}"
    r"|(?:file|handout|stock|archive|library) (?:photo|picture|image|pic|footage)s?\b[^.]{0,40}"
    r"|caption\s?:.{2,120}"
    r"|source\s?: [^.]{2,50}|(?-i:SOURCE|Via) (?-i:[A-Z])[^.]{1,40}"
    r"|(?:additional |original |further )?(?:reporting|editing|writing|research|translation|translated"
    r"|edited|compiled)"
    r"\b[^.!?]{0,30}?(?: by|:) (?-i:[A-Z])[^.!?]{2,70}"
    r"|with (?:additional )?(?:files|reporting|inputs?) (?:from|by) [^.]{2,60}"
    r"|this is a (?:developing|breaking)\b.{0,80}|more (?:to follow|follows|soon)|ends?"
    rf"|(?:first |last |originally )?(?:published|updated|posted|modified)\b:?(?: on| in"
    rf"| at)?[^.!?]{{0,30}} ?{DAY}.{{0,30}}"
    rf"|this (?:story|article|report) was (?:first |originally |last )?(?:published|updated"
    rf"|posted)\b.{{0,30}}{DAY}.{{0,30}}"
    r"|read (?:more|the (?:full|original|whole))\b.{0,80}|you can read\b.{0,60}\bhere|to read more,? .{2,60}"
    r"|contact (?:the )?(?:reporter|writer|author|newsroom|editor)s?\b.{0,80}|follow (?:@|us\b|him\b"
    r"|her\b|them\b).{2,60}"
    r"|your support (?:makes|helps)\b.{0,60}|we rely on (?:our )?readers\b.{0,40}"
    r"|(?:tags?|topics?|keywords?) ?: .{2,80}|related(?: topics?| articles?| stories)?(?: ?: .{2,80})?"
    r"|clipped from .{2,40}|disclaimer ?: .{2,200}|by arrangement with .{2,50}"
    r"|this (?:content|report|article|story) was (?:provided|produced|created|generated|supplied) (?:by"
    r"|with)\b.{0,100}"
    r"|.{2,30} is a member of the .{0,20}press council\b.{0,40}|(?-i:[A-Z]{1,3}))\W*",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\b(?:sign up (?:here|now|today|for (?:our|free)|to (?:get|receive))|(?:email )?sign up by"
    r"|by signing up|click here\b|subscribe (?:to our|now|today|here)|in your inbox|reader[- ]supported"
    r"|download (?:our|the) (?:\w+ )?app"
    r"|join (?:a|our) (?:\w+ )?community|follow (?:him|her|us|them) (?:on|@)|on twitter @"
    r"|get the [\w ]{2,30} app|catch up on .{0,80}podcast|be the first to hear|receives support"
    r"|solely responsible for (?:all|its)|based (?:in part )?on (?:wire service|agency) reports)"
    r"|^\W*sign up for\b",
    re.IGNORECASE,
)
# What somebody says of a newsletter is the story's.
SAYING = frozenset(("said", "says", "told", "asked", "added"))
# One of these is in whatever that finds.
ASKING_CUES = (
    "sign", "click", "subscribe", "join", "inbox", "reader", "download", "follow", "twitter", "get the",
    "catch up", "the first", "receives", "solely", "based",
)  # fmt: skip
# What somebody declares who wrote: for whom not to work, no share in it.
DISCLOSED = re.compile(
    r"\W*.{3,100}\b(?:(?:does|do) not work for, consult, own shares in\b"
    r"|(?:has|have|declares?|disclosed) no (?:relevant |competing |financial )?"
    r"(?:conflicts? of interests?|(?:competing |financial )?interests?|affiliations?)\b).{0,400}",
    re.IGNORECASE,
)
# What heads a text that a body sends to papers.
RELEASED = re.compile(
    r"\b(?:(?:press|media|news) (?:releases?|statements?|notes?|offices?|service|information)"
    r"|for immediate release|communiqu[eé])\b",
    re.IGNORECASE,
)
# How a text's foot says when it was published.
PUBLISHED = re.compile(
    r"(?<!\W)\W*+(?:this|the) (?:article|story|report|post|piece|column|interview|item) (?:(?:was|is) )?"
    r"(?:first |originally )?(?:published|posted|released|filed|aired|broadcast|appeared|ran)\b"
    rf"[^.!?]{{0,40}}?{DAY}(?!.*\b(?:updated|corrected|amended)\b).{{0,40}}",
    re.IGNORECASE,
)
# Who else worked on an article, and who wrote it, at its end.
CONTRIBUTED = re.compile(
    r"\bcontribut(?:ed|ing)(?: \w+){0,2} to (?:this|the) (?:report|article|story|post|piece|column)\b"
    r"|\bcontributed (?:reporting|research)\b|\breported from\b.{3,60}\b(?:from|in)\b",
    re.IGNORECASE,
)
BLURB = re.compile(
    r"\W*(?:[A-ZÀ-Þ][\w.’'-]+,? ){2,4}(?:\([^()]{2,30}\) )?(?:is|was|are) (?:an? |the )?(?:[\w’'-]+,? ){0,8}?"
    r"(?:reporter|writer|columnist|correspondent|contributor|contributing|editor|editor-in-chief|fellow"
    r"|blogger|freelancer)s?\b"
    r"|\W*(?:[A-ZÀ-Þ][\w.’'-]+ ){2,4}(?:covers|covered|writes (?:about|for)|reports on)\b"
    r"|.{0,300}\b(?:can be reached (?:at|on|by)|e-?mail (?:him|her|them) at|reach (?:him|her|them) at)\b"
)

# What an outlet says of itself at a page's foot.
ITSELF = re.compile(
    r"\W*(?:the )?(?-i:[A-ZÀ-Þ])[^.!?]{1,50} is an? (?:[\w-]+,? ){0,3}?"
    r"(?:independent|non-?profit|nonpartisan|(?:reader|member|listener)-(?:funded|supported)|award-winning"
    r"|global|digital|leading)(?:,? [\w-]+){0,4}?"
    r" (?:news\w*|publication|magazine|newsletter|broadcaster|publisher|media|journalism|website)\b.*",
    re.IGNORECASE,
)

# How a page says who somebody is that wrote: "Nora Quill is a staff writer at …", "Nora Quill covers courts".
_CALLED = r"(?:[A-ZÀ-Þ][\w.’'-]*|de|la|van|von|der|al|bin|and)"
WHO_IT_IS = re.compile(
    rf"\W*({_CALLED}(?: {_CALLED}){{1,8}}?)"
    r",? (?:(?:is|are) (?:an? |the )?(?:[\w’'-]+,? ){0,8}?"
    r"(?:reporter|writer|columnist|correspondent|journalist|editor)s?\b"
    r"|(?:covers|writes (?:about|for)|reports on)\b)"
)

# What a series writes before the title of one of its parts: "Ep. 40 - ", "S3 E11 | ".
PART_BEFORE = re.compile(
    r"(?:s\d{1,2} ?[·,]? ?e\d{1,3}|ep(?:isode|\.)? ?#?\d{1,4}|season \d{1,2}, episode \d{1,3}|#\d{1,4})"
    r"(?<!\s)\s*[|:–—-]\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# Words of what readers are offered, not of names.
LETTERS = frozenset(
    """newsletter newsletters manage sign subscribe login email emails alerts updates our your""".split()  # noqa: SIM905
)
# Where readers pass on what papers print, folded.
NETWORKS = frozenset(
    """facebook twitter x instagram youtube whatsapp telegram signal linkedin reddit tiktok threads bluesky
    mastodon pinterest tumblr email googlenews applenews applepodcasts spotify""".split()  # noqa: SIM905
)
# What stands before a paper's name in a line that says whose a text is; what a reader does there; who works
# for it; who signs in its stead.
FROM_WHOM = (
    r"(?i:with (?:the )?(?:kind |prior |express )?permission (?:from|of)|courtesy of"
    r"|(?:printed|published) (?:and \w+ )?by .{3,60} for"
    r"|(?:re|cross-)(?:printed|published|posted|produced) (?:here )?(?:in full )?(?:from|by|in|on|via)"
    r"|(?:first|originally|was) (?:appeared|ran|aired|published|printed|posted|reported) (?:first )?"
    r"(?:in|on|by|at)"
    r"|ran first in|appear(?:ed|s) (?:first )?(?:in print (?:on .{4,30}?, )?in|in|on)"
    r"|(?:this|the|full|original|following|above) (?:news )?(?:story|article|report|version|piece|original)"
    r" (?:in full )?(?:from|at|on|in|by)"
    r"|(?:printed|clipped|copied|saved|sent|shared|syndicated|licen[cs]ed|found this)"
    r" (?:from|via|with|by|in|on)"
    r"|(?:news provided|posted) (?:by|on)|from the pages of|content from)"
)
# What of a paper such a line may name before it.
PART_OF = (
    r"(?i:the (?:\w+ ){0,2}?(?:editions?|issues?|newsrooms?|pages|website)"
    r"(?: dated .{4,30}?)? of)"
)
READERS_OF = (
    r"(?i:about|contact|join|visit|support|donate to|give to|welcome to|more from|best of"
    r"|elsewhere (?:in|on)|advertise with"
    r"|read (?:it|more) (?:in|on|at|from)|subscribe to"
    r"|thanks? (?:you )?for (?:reading|supporting)|you are reading)"
)
# What stands before names of known papers and of much else; and what a page says of itself behind its name.
OFFERED_BY = (
    r"(?i:why (?:you can|to) trust|prefer|add|make|fund|search|follow|watch|listen to|(?:sign|log) in to"
    r"|sign up (?:to|for)|register (?:with|for)|(?:new)?you can now listen to|download|get|become an?"
    r"|work (?:at|for)|careers at|skip to(?: more)?|share with|apps? (?:from|by)|newsletters? (?:from|by))"
    r"(?: (?:more|the|all))?"
)
OWN_NAME = (
    r"(?:[’']s?)? (?i:values? your|needs your|journalis[mt]s?|newsletters?|coverage|community|premium|plus"
    r"|subscribers?|readers|members(?:hip)?|shop|store|standards|policies|sites?|apps?|archives?|privacy"
    r"|trust principles|top stor(?:y|ies)|(?:daily|weekend|evening|morning) (?:edition|briefing))\b"
)
SUPPORTED = r" is an? (?:reader|member|listener|viewer)-(?:supported|funded)\b"
# The same before the name of a person, too.
FOLLOWED = r"(?i:follow|via|from)"
# Where a reader gets it on a device, before and behind the name.
DEVICES = (
    r"(?i:(?:\w+ ){0,8}(?:download|get|open in|read in|try|with|via|from|on|using|in|see|for|to)(?: the)?)",
    r"(?i:(?: \w+)? (?:app|apps|newsletters?)\b)",
)
EMPLOYING = (
    r"(?i:(?:reporter|editor|correspondent|columnist|writer|fellow|intern|producer|journalist|contributor)"
    r"(?: \w+){0,3} (?:at|for|of|with)"
    r"|(?:covers|covering|reports|writes|writing|worked|works) (?:\S+ ){0,6}?for"
    r"|contribut(?:es|or|ed|ing) to|joined)"
)
STAFFED = (
    r"(?:(?:[Oo]nline |[Ww]eb |[Nn]ews |[Dd]igital )?"
    r"(?:[Ss]taff|STAFF|[Dd]esk|DESK|[Nn]ewsroom|[Tt]eam|[Bb]ureau)"
    r"(?: (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Rr]eport)s?)?"
    r"|Reporters?|Correspondent|Editorial Board)"
)
