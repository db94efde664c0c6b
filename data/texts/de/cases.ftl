# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Was das Team liest. Ruhig, genau, und freundlich auch zu denen, die helfen.
cases-command = Wer einen Menschen braucht, und wer sich kümmert
cases-command-list = Alle Fälle, die nicht zu Ende sind
cases-command-show = Ein Fall mit seinen Knöpfen
cases-command-number = Die Nummer des Falls
cases-title = Fall { $number } · { $level }
cases-number = Fall { $number }
cases-level-imminent = jetzt gerade
cases-level-high = ernst
cases-level-concern = ein Blick lohnt sich
cases-level-third-party = Sorge um jemand anderen
cases-level-none = unsicher
cases-kind-crisis = { $who } hat etwas geschrieben, das nach Gefahr klingt.
cases-kind-reach-out = { $who } wünscht sich, dass sich jemand meldet.
cases-kind-contact = { $who } möchte mit einem Menschen reden.
cases-about = Vielleicht geht es um: { $about }
cases-about-suicide = Gedanken an Suizid
cases-about-self-harm = sich selbst verletzen
cases-about-abuse-danger = Gefahr durch jemanden in der Nähe
cases-about-sexual-violence = sexualisierte Gewalt
cases-about-overdose = zu viel von etwas genommen
cases-about-eating = Essen
cases-about-panic-dissociation = Panik, oder alles fühlt sich unwirklich an
cases-about-check-in = einen Check-in; was geantwortet wurde, gehört der Person, und ich habe es niemandem gesagt
cases-about-child-safety = die Sicherheit eines Kindes
cases-place = Wo: [die Nachricht]({ $address }) in { $channel }
cases-no-place = Wo: Es wurde ein Knopf gedrückt; es gibt keine Nachricht.
cases-did-offered = Ich habe dort eine neutrale Zeile geschrieben; dahinter, nur für die Person, stehen Nummern und Möglichkeiten.
cases-did-offered-either = Ich habe eine neutrale Zeile angeboten: als Direktnachricht, wenn das erlaubt ist, sonst dort. Dahinter, nur für die Person, stehen Nummern und Möglichkeiten.
cases-did-held-back = Diesmal habe ich nichts angeboten: Hilfe wurde kürzlich angeboten, oder es wurde um Ruhe gebeten.
cases-did-could-not = Ich konnte dort nichts posten. Die Person hat nichts von mir gesehen.
cases-did-asked = Die Person hat selbst darum gebeten.
cases-nobody-yet = **Noch kümmert sich niemand.**
cases-goes = { $owner } kümmert sich.
cases-was-resolved = Abgeschlossen von { $owner }: { $outcome }.
cases-was-false = { $owner } hat nachgesehen: ein Fehlalarm.
cases-small = Ist Schreiben im Privaten sicher? Nicht bekannt. Antworte also im Kanal, und schick keine Links.
cases-go = Ich kümmere mich
cases-back = Ich kann diesmal nicht
cases-look = Öffnen
cases-false-alarm = Fehlalarm
cases-outcome = Wie ging es aus?
cases-outcome-talked = Wir haben geredet
cases-outcome-emergency = Der Notruf wurde gewählt
cases-outcome-helpline = Die Person hat jetzt eine Anlaufstelle
cases-outcome-no-answer = Keine Antwort; wir achten weiter darauf
cases-outcome-nothing-needed = Es war nichts nötig
cases-yours-title = Fall { $number } ist bei dir
cases-yours-body = Danke. Die anderen sehen, dass du dich kümmerst.
cases-yours-how = Grüß mit Namen, ein Satz, der zeigt, dass du da bist, und frag offen, wie es geht. Sag, wie lange du bleiben kannst. Zu zweit ist es besser, und du kannst ohne Grund zurückgeben.
cases-thanks = Du bist kein Notdienst. Du leistest Gesellschaft, und das zählt.
cases-handed-back = Danke, dass du das sagst
cases-handed-back-body = Der Fall ist wieder offen, und die anderen sehen ihn. Es braucht keinen Grund. Pass gut auf dich auf.
cases-look-title = Fall { $number }
cases-look-small = Nur du siehst das. Dass du es geöffnet hast, wird notiert, zum Schutz aller.
cases-excerpt = Was geschrieben wurde: ||{ $words }||
cases-no-words = Zu diesem Fall werden keine Worte aufbewahrt.
cases-rules = Was gepasst hat: { $rules }
cases-step-opened = geöffnet
cases-step-again = es wurde wieder geschrieben
cases-step-rose = es wurde ernster
cases-step-claimed = jemand kümmert sich
cases-step-handed-back = zurückgegeben
cases-step-not-for-me = „Nichts für mich“ wurde gedrückt
cases-step-false-alarm = Fehlalarm
cases-step-talked = abgeschlossen: geredet
cases-step-emergency = abgeschlossen: Notruf
cases-step-helpline = abgeschlossen: eine Anlaufstelle
cases-step-no-answer = abgeschlossen: keine Antwort
cases-step-nothing-needed = abgeschlossen: nichts nötig
cases-ended-title = Fall { $number } ist abgeschlossen
cases-ended-body = Danke, dass du da warst. Das war nicht wenig.
cases-ended-false = Danke fürs Nachsehen. Die Wörter haben mich getäuscht; niemand ist in Not.
cases-after = Wenn es dich nicht loslässt: Sag es jemand anderem aus der Moderation, mach eine Pause, trink etwas. Starke Gefühle danach sind normal.
cases-none-title = Keine offenen Fälle
cases-none-body = Gerade wartet niemand auf einen Menschen, soweit ich es sehen kann.
cases-list-title = Offene Fälle
cases-list-shut = { $count ->
    [one] Ein weiterer Fall ist offen, und ich kann ihn nicht lesen: Der Schlüssel dazu ist nicht da. Ich kann nicht sagen, um wen es geht.
   *[other] { $count } weitere Fälle sind offen, und ich kann sie nicht lesen: Der Schlüssel dazu ist nicht da. Ich kann nicht sagen, um wen es geht.
} Bitte sagt es der Person, die mich betreibt, und seht die Meldungen in eurem Team-Kanal durch.
cases-coming-title = Jemand kommt
cases-coming-body = Ein Mensch aus dieser Community hat gesehen, dass du reden möchtest. Du bekommst eine Nachricht dort, wo du warst.
cases-degraded-title = Vielleicht braucht jemand einen Menschen · { $level }
cases-degraded-who = { $who } hat etwas geschrieben, das nach Gefahr klingt: [die Nachricht]({ $address }).
cases-degraded-others = { $count ->
    [one] Noch jemand hat in diesen Sekunden geschrieben
   *[other] Noch { $count } andere haben in diesen Sekunden geschrieben
}; bitte seht eure Kanäle durch.
cases-degraded-body = Meine Datenbank geht gerade nicht, darum hat diese Karte keine Knöpfe, und nichts wurde aufgehoben. Bitte macht unter euch aus, wer sich kümmert, und sagt es der Person, die mich betreibt.
cases-goes-with = { $owner } kümmert sich, zusammen mit { $others }.
cases-join = Ich komme dazu
cases-joined-title = Du bist bei Fall { $number } dabei
cases-joined-body = Danke. Macht unter euch aus, wer schreibt; zwei Stimmen auf einmal können für einen Menschen viel sein.
cases-more = Mehr Leute rufen
cases-more-title = Zu Fall { $number } werden mehr Leute gerufen
cases-more-body = Ich frage jetzt den nächsten Kreis: die ganze Moderation, oder wer diese Community leitet.
cases-more-urgent = Wenn ein Leben in Gefahr ist, muss niemand auf uns warten: Zuerst kommt der Notruf.
cases-over = An jemand anderen geben
cases-over-title = Fall { $number } ist übergeben
cases-over-body = Der neue Name steht jetzt auf der Karte. Sag dort selbst, was man wissen muss, und verabschiede dich, wenn du mit der Person geschrieben hast.
cases-declined-body = Das ist notiert, ohne Grund. Die anderen können sich weiter kümmern. Pass gut auf dich auf.
cases-call-waiting = Der Fall kam { $since }, und noch kümmert sich niemand.
cases-call-more = Jemand aus dem Team bittet um mehr Leute.
cases-call-on-duty = Du bist jetzt im Dienst. Wenn es nicht geht, drück „Ich kann diesmal nicht“.
cases-call-moderators = Wer ein paar Minuten hat: „Ich kümmere mich“ sagt es den anderen.
cases-call-admins = Aus der Moderation kümmert sich niemand. Bitte seht selbst nach, oder findet jemanden.
cases-many-title = Vielleicht brauchen viele einen Menschen
cases-many-body = { $count } Fälle warten. Sie kamen so schnell, dass sie hier auf einer Karte stehen. Die dringendsten stehen zuerst.
cases-step-declined = jemand kann nicht
cases-step-joined = jemand kommt dazu
cases-step-called = mehr Leute wurden gerufen
cases-step-handed-over = an jemand anderen gegeben
cases-kind-worry = Jemand sorgt sich um { $who }.
cases-did-nothing = Ich habe der Person nichts geschickt.
cases-told-by = { $who } hat uns das { $when } gesagt: ||{ $words }||
cases-told-wordless = { $who } hat es uns { $when } gesagt, ohne Worte.
cases-told-hidden = Wer sich sorgt und was geschrieben wurde, sieht, wer sich kümmert.
cases-command-history = Die Fälle eines Monats, die zu Ende sind
cases-command-stats = Was sich aus einem Monat Fälle lernen lässt
cases-history-title = Fälle, die zu Ende sind
cases-history-none = Keine in den letzten 30 Tagen.
cases-history-small = Um wen es ging und worum, steht hinter der Nummer: /cases show.
cases-stats-title = Ein Monat Fälle
cases-stats-opened = { $count ->
    [one] Ein Fall in 30 Tagen
   *[other] { $count } Fälle in 30 Tagen
}; jetzt warten: { $waiting }.
cases-stats-false = Davon Fehlalarme: { $count }.
cases-stats-claim = Bei der Hälfte kümmerte sich jemand nach { $minutes ->
    [one] höchstens einer Minute
   *[other] höchstens { $minutes } Minuten
}.
cases-stats-few = Zu wenige, um zu sagen, wie lange sie warteten.
cases-stats-rule = { $rule } lag bei { $count } Treffern { $wrong } Mal falsch; jemand könnte sie sich ansehen. Sie bleibt an, bis Admins etwas anderes sagen.
cases-stats-small = Zahlen zum Lernen, über niemand Bestimmten. Niemand wird gezählt oder verglichen.
cases-step-look-wished = ein Mensch darf morgen nachfragen
cases-step-look-asked = ein Mensch hat nachgefragt
cases-step-look-okay = Antwort: es geht
cases-step-look-talk = Antwort: möchte reden
cases-step-look-never = möchte nicht mehr gefragt werden
cases-waits-title = Etwas wartet auf dich
cases-waits = Wenn du einen ruhigen Moment hast, sieh bitte unter /cases list nach, in der Community, in der du hilfst. Bitte sprich in keinem Kanal darüber.
cases-quiet = **Dieser Fall steht in keinem Kanal.** Jemand aus dem Team darf nichts davon wissen. Bitte sprich darüber nirgends, nur mit der Person selbst.
cases-kept-from = Nicht einweihen und nicht fragen: { $whom }
cases-yours-about-staff = *Öffnen* zeigt, wer es uns gesagt hat. Schreib zuerst dieser Person, privat: Dank ihr, und frag, was sie gesehen hat und was sie braucht. Geh nicht zu der Person, um die es geht, und sag nicht, von wem du es weißt. Zu zweit ist es besser, und du kannst ohne Grund zurückgeben.
cases-step-kept-from = vor jemandem aus dem Team zurückgehalten
cases-about-guideline = eine Erinnerung an eine Leitlinie
cases-kind-report = Jemand hat etwas über { $who } gemeldet.
cases-kind-report-room = Jemand hat etwas in dieser Community gemeldet.
cases-kind-appeal = Jemand bittet um einen zweiten Blick darauf, wie eine Meldung ausging. Wer sie abgeschlossen hat, kann diesen Fall nicht übernehmen; „Öffnen“ nennt den früheren Fall.
cases-about-report-unkind = unfreundliche oder verletzende Worte
cases-about-report-unwanted = Nachrichten oder Nähe, die nicht gewollt waren
cases-about-report-private = Privates, das gezeigt oder weitererzählt wurde
cases-about-report-harmful = Methoden, Zahlen oder grausame Einzelheiten
cases-about-report-hate = Verachtung für eine Gruppe von Menschen
cases-about-report-selling = Verkaufen, Anwerben oder um Geld bitten
cases-about-report-child = ein Kind oder junger Mensch, vielleicht nicht sicher
cases-about-report-other = etwas anderes
cases-about-appeal = eine frühere Meldung
cases-did-nobody = Ich habe niemandem etwas geschickt.
cases-small-report = Wer sich kümmert, liest, was geschrieben wurde. Nichts davon gehört in einen Kanal.
cases-yours-how-report = Drück „Öffnen“ und lies zuerst. Hör jede Person allein an, und lass niemanden erraten, wer es dir gesagt hat. Wenn es abgeschlossen ist, wähle, wie es ausging: Wer gemeldet hat, erfährt das, und nicht mehr.
cases-told-nameless = Jemand ohne Namen
cases-kind-share = Jemand hat dem Team etwas zu einem Beitrag ohne Namen gesagt.
cases-kind-share-danger = Ein Beitrag ohne Namen klingt nach Gefahr.
cases-about-share-danger = die Sicherheit von jemandem
cases-about-share-names = verraten, wer jemand ist
cases-about-share-rules = Menschen verletzen, oder die Leitlinien
cases-about-share-else = etwas anderes
cases-did-share = Niemand kann sehen, wer es geschrieben hat. Wenn die Person es erlaubt hat, kann man ihr schreiben: im Menü der Nachricht, Apps, „Schreibpause“.
cases-yours-share = Niemand weiß, wer es geschrieben hat, und niemand muss es wissen. Du kannst im Thread antworten, es herunternehmen oder durch mich schreiben: im Menü der Nachricht, Apps, „Schreibpause“.
cases-week-opened = { $count ->
    [1] Ein Fall kam dazu.
   *[other] { $count } Fälle kamen dazu.
}
cases-week-waiting = { $count ->
    [1] Ein Fall wartet auf jemanden: /cases list.
   *[other] { $count } Fälle warten auf jemanden: /cases list.
}
cases-yours-report-staff = *Öffnen* zeigt, was gesagt wurde. Wenn ein Name dabeisteht, schreib zuerst dieser Person, privat: Dank ihr, und frag, was sie gesehen hat und was sie braucht. Geh zu niemandem, um den es geht, und sag nicht, von wem oder seit wann du es weißt. Zu zweit ist es besser, und du kannst ohne Grund zurückgeben.
cases-about-report-staff = was jemand aus dem Team getan hat
cases-parting-held = { $count ->
    [one] Ein Fall, den du als Teil des Teams hast: Er wartet auf jemand anderen, und dafür wird jetzt gerufen.
   *[other] { $count } Fälle, die du als Teil des Teams hast: Sie warten auf jemand anderen, und dafür wird jetzt gerufen.
}
cases-parting-own = { $count ->
    [one] Einmal wurde das Team gebeten, nach dir zu sehen: Das endet, die Karte wird heruntergenommen, das Team liest nur, dass ein Fall fort ist, und niemand kommt deswegen. Wenn jemand kommen soll, warte mit dem Löschen, oder bitte danach noch einmal.
   *[other] { $count } Mal wurde das Team gebeten, nach dir zu sehen: Das endet, die Karten werden heruntergenommen, das Team liest nur, dass ein Fall fort ist, und niemand kommt deswegen. Wenn jemand kommen soll, warte mit dem Löschen, oder bitte danach noch einmal.
}
cases-limits-avoid = Darüber möchte die Person lieber nicht angesprochen werden: { $topics }
cases-limits-advice-none = Die Person möchte gehört werden, ohne Rat.
cases-limits-advice-ask = Die Person bittet dich zu fragen, bevor du Rat gibst.
cases-limits-advice-welcome = Rat ist der Person willkommen.
cases-feature-help = **Hilfe bei Gefahr** ist immer an. /setup crisis legt fest, wovon das Team hört, /setup rota, wer gerufen wird, /setup helplines, welche Nummern gezeigt werden.
cases-erased-title = Ein Fall ist fort
cases-erased = Die Person, um die es in einem Fall ging, hat alles löschen lassen, was ich von ihr aufbewahre, und der Fall ging mit. Ich habe nichts mehr davon und kann nicht sagen, wer es war.
cases-erased-mend = Wenn du weißt, wer es war, bleib bei der Person, so wie du es auch ohne mich tätest. Vielleicht hatte jemand anderes ihr Handy in der Hand.
