"""Walks of life by office, and names so common that two people easily bear one.

``COMMON_GIVEN``, ``COMMON_SURNAMES``: the 200 commonest of each in the US Census Bureau's "Frequently
Occurring Names" (1990, public domain).
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

# walk of life | its nouns
FIELDS = """
politics|president senator representative governor mayor minister secretary lawmaker politician
politics|candidate nominee speaker chancellor ambassador diplomat delegate legislator councilman
politics|councilwoman spokesman adviser premier republican democrat congressman whip strategist
sport|quarterback shortstop striker goalkeeper coach player athlete runner boxer golfer captain
sport|pitcher catcher outfielder linebacker midfielder defender referee champion cyclist swimmer
arts|actor singer musician painter author comedian filmmaker rapper composer novelist poet
arts|artist designer producer sculptor dancer model
science|professor researcher scientist physicist chemist biologist economist historian astronomer
science|engineer physics chemistry biology fellow
law and order|sheriff officer detective sergeant trooper constable inspector police firefighter
courts|judge lawyer prosecutor juror
crime|suspect gunman defendant shooter inmate prisoner attacker robber
medicine|doctor nurse surgeon physician paramedic psychiatrist
faith|pastor priest rabbi imam archbishop reverend monk nun
everyday life|resident student teacher farmer driver neighbor neighbour worker victim witness shopkeeper
everyday life|nurse pupil tourist passenger waiter
business|banker investor broker trader entrepreneur
"""
FIELD_OF = {
    word: line.split("|")[0] for line in FIELDS.strip().split("\n") for word in line.split("|")[1].split()
}
FIELD_OF |= {"police chief": "law and order", "chief executive": "business", "prime minister": "politics"}

COMMON_GIVEN = frozenset(
    """
    james john robert michael william david richard charles joseph thomas christopher daniel paul mark
    donald george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose larry
    jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter
    harold douglas henry carl arthur ryan roger joe juan jack albert jonathan justin terry gerald keith
    samuel willie ralph lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy steve
    louis jeremy aaron randy howard eugene carlos russell bobby victor martin ernest phillip todd jesse
    craig alan shawn clarence sean philip chris johnny earl jimmy antonio mary patricia linda barbara
    elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra donna carol ruth
    sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa brenda amy anna
    rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine
    frances ann joyce diane alice julie heather teresa doris gloria evelyn jean cheryl mildred katherine
    joan ashley judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy irene
    jane lori rachel marilyn andrea kathryn louise sara anne jacqueline wanda bonnie julia ruby lois tina
    phyllis norma paula diana annie lillian emily robin
    """.split(),
)

COMMON_SURNAMES = frozenset(
    """
    smith johnson williams jones brown davis miller wilson moore taylor anderson thomas jackson white
    harris martin thompson garcia martinez robinson clark rodriguez lewis lee walker hall allen young
    hernandez king wright lopez hill scott green adams baker gonzalez nelson carter mitchell perez roberts
    turner phillips campbell parker evans edwards collins stewart sanchez morris rogers reed cook morgan
    bell murphy bailey rivera cooper richardson cox howard ward torres peterson gray ramirez james watson
    brooks kelly sanders price bennett wood barnes ross henderson coleman jenkins perry powell long
    patterson hughes flores washington butler simmons foster gonzales bryant alexander russell griffin
    diaz hayes myers ford hamilton graham sullivan wallace woods cole west jordan owens reynolds fisher
    ellis harrison gibson mcdonald cruz marshall ortiz gomez murray freeman wells webb simpson stevens
    tucker porter hunter hicks crawford henry boyd mason morales kennedy warren dixon ramos reyes burns
    gordon shaw holmes rice robertson hunt black daniels palmer mills nichols grant knight ferguson rose
    stone hawkins dunn perkins hudson spencer gardner stephens payne pierce berry matthews arnold wagner
    willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox
    riley armstrong carpenter weaver greene lawrence elliott chavez sims austin peters kelley franklin
    lawson
    """.split(),
)
