# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Jemand sorgt sich um jemand anderen. Die Person, um die es geht, bekommt nichts geschickt.
worry-menu = Sorge um diesen Menschen
worry-title = Sorge um jemanden
worry-words = Was macht dir Sorgen? (darf leer bleiben)
worry-hint = Das liest nur, wer sich aus dem Team darum kümmert.
worry-told-title = Das Team weiß jetzt davon
worry-told = Danke, dass du etwas sagst. Jemand aus dem Team sieht nach. Wer sich kümmert, erfährt, dass es von dir kam; sonst niemand.
worry-nothing-sent = Von mir bekommt die Person deswegen nichts. Wenn jetzt jemand in Gefahr ist, kommt zuerst der Notruf, und sag dort, wo die Person ist, wenn du es weißt.
worry-you = Du musst das nicht allein tragen, und du musst auf niemanden aufpassen. Wie geht es dir?
worry-self-title = Hier geht es um dich selbst
worry-self = Wenn du jemanden brauchen könntest: Der Knopf unten zeigt Menschen, die antworten, und niemand sonst sieht, dass du gedrückt hast.
worry-gone = Ich kann dem Team davon nichts sagen: Es ist ein Bot, oder die Person ist nicht mehr hier.
worry-or-else = Du könntest jemandem hier schreiben, dem du vertraust, oder der Person, die diese Community leitet.
worry-still = Den anderen im Team sagen
worry-past-owner = Dieser Server gehört dieser Person. Discord öffnet ihr jede Tür, und ich kenne keinen Weg daran vorbei. Ich würde es nur anderen aus dem Team sagen, in keinem Kanal, und dieser Person nichts davon zeigen. Mehr kann ich nicht versprechen.
worry-past-admin = Diese Person leitet den Server mit anderen zusammen. Discord öffnet ihr jeden Kanal, und ich kenne keinen Weg daran vorbei. Ich würde es nur anderen aus dem Team sagen, in keinem Kanal, und dieser Person nichts davon zeigen. Mehr kann ich nicht versprechen.
worry-quietly-title = Es ist für die anderen aufgehoben
worry-told-quietly = Danke, dass du etwas sagst. Das braucht Mut. Die Person, von der du erzählt hast, sieht es nicht, und es steht in keinem Kanal. Wer von den anderen sich kümmert, erfährt, dass es von dir kam; sonst niemand.
worry-quietly-nudged = Ich bitte sie jetzt nachzusehen, ohne ein Wort, worum es geht. Es sind Freiwillige. Wenn jetzt jemand in Gefahr ist, warte bitte nicht auf sie: Zuerst kommt der Notruf.
worry-quietly-waits = Niemand von ihnen hat mir erlaubt zu schreiben, also finden sie es, wenn sie das nächste Mal nachsehen. Das kann dauern. Wenn jetzt jemand in Gefahr ist, warte bitte nicht auf sie: Zuerst kommt der Notruf.
worry-nobody-title = Ich habe es niemandem gesagt
worry-nobody-else = Ich kenne sonst niemanden im Team hier, dem ich es sagen könnte. Von dem, was du geschrieben hast, habe ich nichts behalten. Es ist trotzdem wichtig, und du kannst es woanders sagen: jemandem, dem du vertraust, oder Discord selbst, über „Nachricht melden“ bei einer Nachricht.
worry-your-words = Deine Worte, damit sie nicht verloren sind: { $words }
