# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Menschen aus dem Team, die ein Mitglied nicht bei seinen Fällen haben möchte. Niemand wird nach dem Grund gefragt.
whom-open = Wer mir helfen darf
whom-what = Gibt es im Team Menschen, die besser nichts über dich erfahren? Wähle sie hier aus. Ab jetzt erfahren sie von mir nichts von dem, was das Team über dich erfährt: nicht was, nicht wann, nicht, dass es etwas gibt. Was sie schon wissen, kann ich nicht zurückholen.
whom-chosen = Erfahren nichts über dich:
whom-pick = Wer nichts erfahren darf
whom-again = Wer wieder etwas erfahren darf
whom-number = Nummer { $place }
whom-limits = Ich schreibe dann nichts über dich in den Kanal des Teams, darum kann es länger dauern, bis jemand kommt. Wer dir zu Hilfe kommt, erfährt, mit wem darüber nicht zu sprechen ist, und sonst niemand. Wenn meine Datenbank in dem Moment nicht geht, sage ich niemandem im Team etwas über dich; die Nummern hinter /helpnow gehen immer.
whom-past = Jemand davon leitet diesen Server. Discord öffnet dieser Person jeden Kanal, und ich kenne keinen Weg daran vorbei. Ich schweige ihr gegenüber. Mehr kann ich nicht versprechen.
whom-nobody-left = Ich kenne sonst niemanden im Team, dem ich etwas sagen könnte. Bitte warte nicht auf uns: Die Nummern hinter /helpnow hängen von niemandem hier ab.
whom-contact = Wer mich betreibt, ist ein Mensch, dem du schreiben kannst. Vielleicht gehört diese Person zum Team, also sieh vorher nach, wer es ist: { $contact }
whom-no-contact = Wer mich betreibt, hat nicht gesagt, wie man diese Person erreicht.
whom-small = Nur du siehst das. Niemand erfährt, dass du gewählt hast. Nimmst du jemanden von dieser Liste, erfährt diese Person, was danach kommt, nicht, was vorher war.
whom-unreadable = Du hattest schon jemanden gewählt, und ich kann nicht mehr lesen, wen. Bitte wähle noch einmal. Bis dahin erzähle ich von mir aus niemandem im Team von dir; die Nummern hinter /helpnow gehen immer.
whom-nobody = Ich schließe niemanden aus
whom-not-called-title = Ich habe noch niemanden gerufen
whom-not-called = Du hast einmal Menschen aus dem Team gewählt, die nichts über dich erfahren sollen. Ich kann nicht mehr lesen, wer das war, darum habe ich noch niemanden gerufen. Du kannst sie noch einmal wählen. Oder ich rufe jetzt das ganze Team: Dann sehen alle deinen Namen, auch die, die du damals gewählt hast, und diese Wahl ist weg.
whom-call-all = Jetzt das ganze Team rufen
whom-anew = Noch einmal wählen
whom-anew-what = Wer aus dem Team soll nichts erfahren? Wähle eine Person nach der anderen. Ich rufe niemanden, bis du auf „Jetzt die anderen rufen“ drückst.
whom-call-others = Jetzt die anderen rufen
whom-key-title = Mir fehlt ein Schlüssel
whom-key-body = Etwas, das Mitglieder gewählt haben, lässt sich mit meinem Schlüssel nicht mehr öffnen. Bei manchen von ihnen rufe ich von mir aus niemanden, bis das behoben ist. Was Admins tun können, steht in /setup doctor.
whom-doctor-unreadable = { $count ->
    [one] Ein Mitglied hat jemanden im Team ausgeschlossen, und ich kann nicht mehr lesen, wen: Bis es neu wählt, erzähle ich niemandem im Team von ihm.
   *[other] { $count } Mitglieder haben jemanden im Team ausgeschlossen, und ich kann nicht mehr lesen, wen: Bis sie neu wählen, erzähle ich niemandem im Team von ihnen.
} Abhilfe: Wenn es einen früheren Schlüssel noch irgendwo gibt, setz ihn wieder in HEARTH_KEY ein und starte neu. Wenn nicht, bitte alle Mitglieder, unter /me bei „Wer mir helfen darf“ nachzusehen.
