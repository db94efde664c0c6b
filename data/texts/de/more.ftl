# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Was ein Mensch liest, der vielleicht in Gefahr ist. Lies jede Zeile wie jemand, der weint.
more-line = Hier ist noch etwas, wenn du magst, nur für dich.
more-line-shared = Hier ist noch etwas für alle, die mögen, für jede Person nur für sich.
more-line-direct = Ich habe etwas für dich, wenn du magst. Du entscheidest, ob du es öffnest.
more-open = Öffnen
more-only-you = Nur du siehst diese Karte. Du hast nichts falsch gemacht.
more-what-i-am = Ich bin ein Bot. Ich vergleiche nur Wörter, also kann ich dich falsch gelesen haben, und ich kann dich nicht beschützen.
more-back = Zurück
more-human = Mit einem Menschen hier reden
more-barriers = Was steht im Weg?
more-grounding = Etwas, das Halt gibt
more-not-for-me = Nichts für mich

more-title-now = Das klingt dringend
more-body-now = Gut, dass du es hier geschrieben hast. Wenn es geht, sei bei jemandem und lass dir bei diesem Anruf helfen.
more-title-overdose = Das klingt dringend
more-body-overdose = Wenn du etwas genommen hast, das schaden kann, ruf bitte jetzt an, auch wenn du noch nichts merkst. Sag, was es war, ungefähr wie viel und wann, soweit du es weißt. Bitte bleib bei jemandem.
more-title-suicide = Das klingt sehr schwer
more-body-suicide = Wenn du an Suizid denkst, kannst du es den Menschen unten genau so sagen. Auch Schweigen ist bei ihnen in Ordnung.
more-title-self-harm = Das klingt nach sehr viel auf einmal
more-body-self-harm = Du musst nichts erklären und mit nichts aufhören, um hier willkommen zu sein. Wenn eine Wunde tief ist oder weiter blutet, lass sie bitte zuerst ärztlich ansehen.
more-title-abuse-danger = Du bist nicht schuld daran
more-body-abuse-danger = Die Menschen unten planen mit dir, in deinem Tempo. Du musst nicht gehen, nichts anzeigen und nichts entscheiden, um mit ihnen zu reden. Manche Anrufe stehen auf Rechnungen und in Anruflisten.
more-title-sexual-violence = Es tut mir leid, dass das passiert ist
more-body-sexual-violence = Es war nicht deine Schuld. Du musst jetzt nichts entscheiden und es hier nicht noch einmal erzählen. Die Menschen unten können dir sagen, was möglich ist, auch das Medizinische, bei dem die Zeit zählt.
more-title-eating = Das klingt anstrengend
more-body-eating = Es zählt, ganz gleich, wie viel du wiegst. Wenn du ohnmächtig warst, Schmerzen in der Brust hast oder nichts Flüssiges bei dir behältst, lass dich bitte heute ärztlich untersuchen.
more-title-panic-dissociation = Diese Minute klingt schwer
more-body-panic-dissociation = Würde dir etwas helfen, das Halt gibt, oder Gesellschaft? Schmerzen in der Brust, die du so nicht kennst, sind ein Grund, ärztliche Hilfe zu rufen.
more-title-child-safety = Gut, dass du etwas gesagt hast
more-body-child-safety = Wenn dir jemand wehtut, ist das nicht deine Schuld. Die Menschen unten sind für Leute in deinem Alter da. Du kannst anrufen, und du kannst auch schreiben.
more-title-other = Das ist eine schwere Sorge
more-body-other = Du kannst direkt danach fragen, mit klaren Worten; die Frage bringt niemanden erst auf den Gedanken. Du kannst auch selbst bei einer dieser Anlaufstellen anrufen und es mit ihnen durchdenken. Und wie geht es dir?

more-safe-title = Kannst du das hier sicher lesen?
more-safe-body = Vielleicht sieht sonst jemand diesen Bildschirm, jetzt oder später. Du wählst, ob ich mehr zeige.
more-safe-yes = Ja, zeig es mir
more-safe-no = Nicht auf diesem Gerät
more-later-title = Verstanden
more-later-body = Hier kommt nichts mehr von mir. Auf einem Gerät, das sonst niemand anfasst, etwa in einer Bücherei oder bei jemandem, dem du vertraust, kannst du jederzeit /helpnow tippen.

more-human-title = Mit einem Menschen hier reden
more-human-seen = Wenn du Ja drückst, sieht das Team dieser Community deinen Namen und dass du reden möchtest.
more-human-seen-without = Wenn du Ja drückst, sehen alle im Team, die du nicht ausgenommen hast, deinen Namen und dass du reden möchtest. Nichts davon kommt in den Kanal des Teams.
more-human-when = Es sind Freiwillige. Ich kann nicht versprechen, dass gerade jemand da ist. Wenn es dringend ist, warte bitte nicht auf sie.
more-human-on-duty = Jemand von ihnen ist gerade im Dienst und wird zuerst gefragt. Es sind Freiwillige, es kann also ein paar Minuten dauern. Wenn es dringend ist, warte bitte nicht auf sie.
more-human-nobody-on-duty = Gerade ist niemand von ihnen im Dienst, also warte bitte nicht auf uns. Gefragt werden sie trotzdem alle, und jemand hier liest es, sobald es geht. Die Nummern auf der Karte davor antworten jetzt.
more-human-yes = Ja, sag es ihnen
more-asked-title = Sie wissen Bescheid
more-asked = Das Team sieht, dass du reden möchtest. Wenn jemand da ist, bekommst du hier eine Nachricht.
more-nobody-title = Niemand war zu erreichen
more-nobody-to-ask = Ich konnte niemanden aus dem Team dieser Community erreichen. Das tut mir leid. Die Nummern auf der letzten Karte hängen nicht von uns ab.
more-asked-numbers = Du musst nicht allein warten: Auch unter den Nummern auf der Karte davor antwortet jemand.

more-barriers-title = Was steht im Weg?
more-barriers-body = Wähle, was passt, oder gar nichts. Zu allem gibt es eine kurze, ehrliche Antwort.
more-barriers-pick = Es ist so etwas wie …
more-barrier-chat = Ich will nur reden
more-barrier-big = Es ist zu groß zum Sagen
more-barrier-bad-enough = So schlecht geht es mir nicht
more-barrier-send = Vielleicht schicken sie jemanden
more-barrier-wont-help = Es hilft ja doch nicht
more-barrier-myself = Ich will es allein schaffen
more-barrier-aloud = Ich kann nicht laut sprechen
more-barrier-phone = Jemand könnte mein Handy sehen
more-barrier-cost = Kosten, Sprache oder Zeiten
more-barrier-before = Es lief schon einmal schlecht
more-answer-chat = Das ist Grund genug. Du kannst mit „Ich möchte nur reden“ anfangen. Du kannst auch hier bleiben.
more-answer-big = Genau das kannst du sagen, oder: „Ich weiß nicht, wo ich anfangen soll.“ Sie kennen das, und Schweigen ist erlaubt.
more-answer-bad-enough = Es gibt keine Stufe, die du erreichen musst. Menschen melden sich dort auch in ganz gewöhnlichen schlimmen Nächten.
more-answer-send = Meistens ist es ein Gespräch und sonst nichts. Manche Stellen handeln vielleicht, ohne zu fragen, wenn in dem Moment ein Leben in Gefahr ist. Danach kannst du fragen, bevor du etwas anderes sagst.
more-answer-wont-help = Vielleicht löst es nichts. Oft macht es die nächste Stunde leichter. War ein Gespräch nicht gut, kann eine andere Anlaufstelle oder ein anderer Mensch ganz anders sein.
more-answer-myself = Das ist verständlich. Du könntest eine Nummer in der Nähe behalten. Du könntest zehn Minuten etwas tun, das Halt gibt, und morgen jemanden von hier nachfragen lassen.
more-answer-aloud = Dann passt Schreiben vielleicht besser zu dir. Hier geht es per SMS oder Chat, wenn es das für dein Land gibt:
more-answer-phone = Dann lass uns zuerst vorsichtig sein. Ein Gerät, das sonst niemand anfasst, ist sicherer: in einer Bücherei, bei der Arbeit, bei jemandem, dem du vertraust. SMS und Anrufe können in Listen und auf Rechnungen sichtbar bleiben.
more-answer-cost = Viele Anlaufstellen sind kostenlos, dann steht es auf der Karte. Manche können dolmetschen lassen; du kannst zuerst nach deiner Sprache fragen. Die Zeiten stehen daneben.
more-answer-before = Das tut mir leid. Du hättest Besseres verdient. Vielleicht passt eine andere Stelle besser zu dir, oder Gesellschaft hier, während du überlegst.

more-grounding-title = Etwas, das Halt gibt
more-grounding-body = Wähle eins oder keins. Jedes dauert ein paar Minuten, deine Augen können offen bleiben, und du kannst jederzeit aufhören.
more-another = Etwas anderes
more-stop-any-time = Hör auf, wann immer du magst. Es gibt kein Richtig dabei.
more-step = { $place }. { $text } · etwa { $seconds } Sekunden
more-no-hurry = Die Zeiten sind nur ein Anhalt. Langsamer ist gut, und einen Schritt auslassen auch.
more-skip-if = { $when }

more-no-title = Kein Problem
more-no-body = Entschuldige die Störung. Ich vergleiche nur Wörter und liege manchmal falsch. Nichts davon wird dir vorgehalten.
more-no-hush = Soll ich dazu eine Weile still sein? Die Nummern bekommst du jederzeit mit /helpnow.
more-hush-days = { $days ->
    [1] Einen Tag lang still
   *[other] { $days } Tage lang still
}
more-hushed = { $days ->
    [1] Dazu bin ich einen Tag lang still
   *[other] Dazu bin ich { $days } Tage lang still
}
more-hushed-but = Nur wenn es nach Gefahr in diesem Moment klingt, würde ich die Nummer trotzdem zeigen.

more-dm-title = Ich bin ein Bot, und dieses Postfach liest niemand
more-dm-body = Danke, dass du schreibst. Kein Mensch kann diese Nachricht sehen. Der Knopf unten zeigt Nummern von Menschen, die antworten.
more-dm-heard = Gut, dass du es aufgeschrieben hast. Kein Mensch kann diese Nachricht sehen, also warte hier bitte auf niemanden. Der Knopf unten zeigt Menschen, die antworten.
more-dm-nobody = Um die Menschen deiner Community zu erreichen, schreib in einen ihrer Kanäle, oder frag dort mit /helpnow.
