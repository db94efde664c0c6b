# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Check-ins. Zuerst, was Mitglieder lesen, danach, was Admins lesen.
checkins-command = Ein stiller Check-in, nur für dich
checkins-door = Check-in
checkins-title = Ein Check-in, wenn du magst
checkins-small = Was du drückst, siehst nur du. Das hier schließt { $ends }. Danach werden nur Zahlen gezeigt, jede von { $few } Menschen oder mehr, und nie Namen. Du kannst es auch lassen.
checkins-rather-not = Möchte ich nicht sagen
checkins-more = Etwas mehr sagen
checkins-more-again = Meine Worte ändern
checkins-closed = Dieser Check-in ist zu. Danke an alle, die hereingeschaut haben.
checkins-closed-few = Dieser Check-in ist zu. Weniger als { $few } Menschen haben geantwortet, darum wird nicht mehr gezeigt.
checkins-closing-title = Wie dieser Check-in war
checkins-closing-small = Antworten werden zusammen gezählt, damit niemand herauszulesen ist. Wer nicht geantwortet hat, war genauso willkommen.
checkins-band-0 = gut, oder ganz gut
checkins-band-1 = gemischt
checkins-band-2 = schlecht, oder sehr schlecht
checkins-band-0-1 = irgendwo zwischen gut und gemischt
checkins-band-1-2 = irgendwo zwischen gemischt und sehr schlecht
checkins-band-0-1-2 = haben geantwortet
checkins-thread-name = Check-in { $day }
checkins-own-title = Ein Check-in für dich
checkins-own-body = Dieser ist nur für dich: Nichts davon wird gezählt oder gezeigt.
checkins-thanks = Du hast gesagt: { $answer }
checkins-passed = Das ist in Ordnung
checkins-passed-body = Von dir wird nichts gezählt. Du bist willkommen wie zuvor.
checkins-heard = Deine Worte sind hier
checkins-your-words = Was du geschrieben hast:
    { $words }
checkins-until = Bis das hier schließt ({ $ends }), kannst du eine andere Antwort drücken, und nur die letzte zählt. Dann sind deine Antwort und deine Worte weg, und nur die Zahlen bleiben.
checkins-until-own = Das hier verschwindet { $ends }. Bis dahin kannst du es ändern.
checkins-heavy = Wenn es mehr als schwer ist: Hinter /helpnow sind Menschen, die antworten, zu jeder Zeit.
checkins-only-you = Nur du siehst diese Karte. Das Team nicht.
checkins-words-title = Etwas mehr sagen
checkins-words = Deine Worte, nur für dich
checkins-words-hint = Das wird sonst niemandem gezeigt, auch dem Team nicht.
checkins-not-kept = Deine Worte sind noch da
checkins-not-kept-now = Ich konnte sie gerade nicht aufbewahren, und nichts wurde gepostet. Du kannst sie von hier kopieren und es in einer Minute noch einmal versuchen:
checkins-not-kept-long = Sie sind länger, als hier hineinpasst. Nichts wurde gepostet. Du kannst sie von hier kopieren und kürzen:
checkins-keep = Für mich aufheben
checkins-let-go = Nicht mehr aufheben
checkins-kept = Das hebst du auf: verschlüsselt, für { $days } Tage, nur dir gezeigt. Wer den Bot betreibt, hat den Schlüssel und könnte es lesen.
checkins-not-now = Jetzt nicht
checkins-to-card = Zurück zu meiner Karte
checkins-share = Mit der Gruppe teilen …
checkins-share-preview = Das würden alle sehen
checkins-share-body = In { $room }, unter deinem Namen:
checkins-share-small = Noch ist nichts gepostet. Der Beitrag wird gelesen wie jede Nachricht von dir: Klingt er nach ernster Gefahr, erfährt es das Team. Du kannst ihn eine Woche lang zurücknehmen.
checkins-share-yes = Posten
checkins-share-title = Aus einem Check-in geteilt
checkins-shared-title = Geteilt
checkins-shared = Es steht jetzt in { $room }. Mit dem Knopf darunter kannst du es zurücknehmen.
checkins-shared-soon = Es ließ sich in { $room } nicht sofort posten. Ich versuche es eine Stunde lang weiter. Deine Worte sind noch in diesem Check-in.
checkins-take-back = Zurücknehmen (wer es schrieb)
checkins-taken-back = Zurückgenommen
checkins-taken-back-body = Hier ist es weg. Wer es gelesen hat, hat es gelesen; niemand erfährt, dass du es zurückgenommen hast.
checkins-reach = Jemand darf sich bei mir melden
checkins-reach-seen = Bevor du bittest: Das Team würde deinen Namen sehen, und dass du dir eine Nachricht von jemandem wünschst. Was du hier geantwortet oder geschrieben hast, würde es nicht sehen.
checkins-reach-on-duty = Jemand aus dem Team ist gerade im Dienst. Es sind Freiwillige, und es kann dauern.
checkins-reach-nobody-on-duty = Gerade ist niemand aus dem Team im Dienst. Sie würden es sehen, wenn sie das nächste Mal nachsehen.
checkins-reach-when = Das Team besteht aus Freiwilligen. Ich kann nicht versprechen, wann jemand nachsieht.
checkins-reach-without = Wer nicht bei deinen Fällen sein soll, bekommt das nicht gezeigt.
checkins-reach-nobody = Hier ist kein Team verbunden, also kann ich es niemandem sagen. Hinter /helpnow sind Menschen, die antworten, und du könntest jemandem hier schreiben, dem du vertraust.
checkins-reach-yes = Ja, sag es ihnen
checkins-reach-title = Sie wissen jetzt davon
checkins-reach-told = Das Team sieht, dass du dir wünschst, dass sich jemand meldet. Vielleicht schreibt dir jemand.
checkins-history = Was ich aufgehoben habe
checkins-history-title = Was du aufgehoben hast
checkins-history-none = Noch nichts. „Für mich aufheben“ unter einer Antwort legt sie hierher; sonst bleibt nichts von dir.
checkins-history-small = Nur du kannst das sehen. Jedes verschwindet von allein, { $days } Tage nach seinem Tag.
checkins-pick-entry = Eins öffnen
checkins-newer = Neuere
checkins-older = Ältere
checkins-delete = Dieses löschen
checkins-delete-all = Alle löschen
checkins-delete-all-title = Alles löschen, was du aufgehoben hast?
checkins-delete-all-body = Es lässt sich nicht zurückholen. Die Datei aus „Mitnehmen“ könntest du behalten.
checkins-delete-all-yes = Ja, alles löschen
checkins-deleted = Gelöscht
checkins-deleted-body = Von deinen Check-ins ist nichts mehr aufgehoben.
checkins-export = Mitnehmen
checkins-exported = Alles, was du aufgehoben hast, nur für dich: zum Lesen, für eine Tabelle und für ein anderes Programm. Wo du es speicherst, entscheidest du; vielleicht benutzen auch andere dieses Gerät.
# Admins.
checkins-setup-command = Check-ins, die von allein kommen
checkins-setup-add = Ein neuer Plan für Check-ins
checkins-setup-edit = Einen Plan ändern
checkins-setup-pause = Einen Plan ruhen lassen
checkins-setup-resume = Einen Plan wieder laufen lassen
checkins-setup-remove = Einen Plan entfernen
checkins-setup-list = Alle Pläne, die es gibt
checkins-setup-preview = Wann ein Plan das nächste Mal dran ist
checkins-setup-number = Die Nummer des Plans
checkins-plan-title = Check-ins { $number } · { $state }
checkins-plan-small = Jede Wahl ist sofort gespeichert. Du kannst das schließen und mit /setup checkins edit wiederkommen.
checkins-plan = Plan öffnen
checkins-state-draft = nicht gestartet
checkins-state-on = läuft
checkins-state-paused = ruht
checkins-brief = { $number } · { $state } · { $days }, { $at }
checkins-open-one = { $number } öffnen
checkins-list-title = Check-ins
checkins-list-none = Es gibt noch keine. /setup checkins add legt welche an.
checkins-said-where = Wo: { $channel }
checkins-said-when = Wann: { $at } ({ $zone })
checkins-said-days = Tage: { $days }
checkins-said-deck = Fragen: { $deck }
checkins-said-thread = Mit einem Thread unter jedem.
checkins-said-no-thread = Ohne Threads.
checkins-cannot-post = ▲ Ich kann in { $channel } nicht posten: Den Kanal gibt es nicht mehr, oder mir fehlt dort „Kanal ansehen“ oder „Nachrichten senden“. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle.
checkins-no-channel = noch kein Kanal gewählt
checkins-open-hours = { $hours ->
    [one] Eine Stunde offen
   *[other] { $hours } Stunden offen
}
checkins-next = Als Nächstes:
checkins-next-if = Wenn er liefe, käme er:
checkins-never = An diesen Tagen kommt er nie.
checkins-pick-where = Kanal wählen
checkins-pick-days = Tage wählen
checkins-pick-weekdays = Einige Wochentage wählen
checkins-pick-deck = Fragen wählen
checkins-pick-hours = Wählen, wie lange er offen bleibt
checkins-pick-zone = Zone wählen
checkins-which-days = An welchen Tagen?
checkins-every-daily = Jeden Tag
checkins-every-weekdays = Montag bis Freitag
checkins-every-chosen = An einigen Wochentagen …
checkins-every-weeks = Alle paar Wochen …
checkins-every-month = An einem Tag im Monat …
checkins-days-daily = jeden Tag
checkins-days-weekdays = Montag bis Freitag
checkins-days-chosen = { $days }
checkins-days-weeks = { $weeks ->
    [one] jede Woche
   *[other] alle { $weeks } Wochen
}
checkins-days-month = am { $day }. des Monats (in einem kürzeren am letzten Tag)
checkins-days-last = am letzten Tag des Monats
checkins-deck-daily = Wie heute ist
checkins-deck-weekly = Blick zurück auf die Woche
checkins-deck-gratitude = Dankbarkeit
checkins-deck-wins = Kleine Erfolge
checkins-deck-connection = Einander kennenlernen
checkins-deck-creative = Etwas zum Gestalten oder Ausmalen
checkins-deck-affirmation = Ein freundlicher Gedanke
checkins-deck-reflective = Zum Nachdenken
checkins-when = Uhrzeit und Zone
checkins-when-title = Uhrzeit und Zone
checkins-at = Um wie viel Uhr?
checkins-at-hint = 09:00, 19:30, 19h30
checkins-zone = Nach wessen Uhr?
checkins-zone-hint = Europe/Berlin, oder eine Stadt
checkins-zones-title = Welche davon?
checkins-zones-body = Die Uhrzeit ist gespeichert. Diese Zonen kommen dem nah, was du getippt hast.
checkins-weeks-title = Alle paar Wochen
checkins-weeks = Alle wie viele Wochen?
checkins-weeks-hint = 2
checkins-weeks-first = Ab welchem Tag?
checkins-weeks-first-hint = 2026-03-02 (Jahr-Monat-Tag)
checkins-month-title = An einem Tag im Monat
checkins-month = Welcher Tag?
checkins-month-hint = 1 bis 31, oder das Wort: letzter
checkins-month-last = letzter
checkins-thread-yes = Zu jedem einen Thread
checkins-thread-no = Kein Thread
checkins-start = Starten
checkins-pause = Ruhen lassen
checkins-remove = Entfernen
checkins-removed = Der Plan ist entfernt
checkins-removed-body = Von ihm kommt nichts mehr. Karten, die schon stehen, schließen zu der Zeit, die dasteht.
checkins-quiet-title = Ein Check-in ruht
checkins-quiet-body = Auf die Check-ins { $number } kam { $count } Mal nacheinander keine Antwort, darum lasse ich sie ruhen. Das kommt vor und sagt über niemanden etwas. Vielleicht passt eine andere Zeit, ein anderer Kanal oder passen andere Fragen besser: /setup checkins edit. /setup checkins resume startet sie wieder.
checkins-chart = Ein Bild von { $days } Tagen
checkins-chart-card = Die letzten { $days } Tage
checkins-chart-body = Jedes Zeichen ist eine Antwort, die du aufgehoben hast, in der Reihe ihres Wortes. Keine Linie führt hindurch, und nichts ist zu erreichen.
checkins-chart-title = { $first } bis { $last }
checkins-chart-row = { $answer }: { $days }
checkins-chart-row-many = { $answer }: { $count ->
    [one] einmal
   *[other] { $count } Mal
}
checkins-chart-twice = { $day } ({ $count } Mal)
checkins-chart-none = In diesen Tagen wurde keine Antwort aufgehoben.
checkins-keep-for = Wählen, wie lange es aufgehoben bleibt
checkins-keep-days = { $days ->
    [365] Ein Jahr
   *[other] { $days } Tage
}
checkins-export-day = Tag
checkins-export-answer = Antwort
checkins-export-words = Worte
checkins-remind = Erinnere mich
checkins-remind-title = Eine eigene Erinnerung
checkins-remind-none = Ich kann einmal am Tag hallo sagen, zu einer Uhrzeit, die du wählst. Du kannst es jederzeit mit einem Knopf beenden.
checkins-remind-on = Jeden Tag um { $at } ({ $zone }).
checkins-remind-not-now = Gerade kommt nichts: Unter /me hast du mir nicht erlaubt, hallo zu sagen. Wählst du hier eine Uhrzeit, ist es wieder erlaubt.
checkins-remind-by-direct = Sie kommt als Direktnachricht, in der nicht steht, worum es geht.
checkins-remind-by-thread = Sie kommt in den privaten Thread, den du gewählt hast.
checkins-remind-by-home = Sie wartet drei Stunden lang unter /home auf dich, denn ich schreibe dir nicht direkt. Wenn ich es darf: /home, dann „{ home-messages }“.
checkins-remind-quiet = In deinen Ruhezeiten wartet sie auf deren Ende, oder sie kommt an dem Tag nicht. Bleibt sie ohne Antwort, passiert nichts. Nach einem Jahr endet sie von allein.
checkins-remind-set = Uhrzeit wählen
checkins-remind-change = Andere Uhrzeit
checkins-remind-stop = Erinnerungen beenden
checkins-remind-zones = Noch ist nichts eingestellt. Vielleicht geht deine Uhr nach einer von diesen:
checkins-zone-own = Nach wessen Uhr? Deiner, oder einer Stadt
checkins-remind-stopped = Beendet
checkins-remind-stopped-body = Ich erinnere dich nicht mehr.
checkins-remind-notice = Hallo
checkins-remind-notice-body = Du wolltest, dass ich jetzt ungefähr hallo sage. Ein Moment für dich, wenn du magst: /checkin. Lassen ist auch gut.
checkins-pulse-command = Wie die Check-ins dieser Woche waren, zusammen gezählt
checkins-pulse-title = Die Woche in Check-ins
checkins-pulse-counted = { $count ->
    [one] Ein Check-in der letzten sieben Tage, jede Zahl von { $few } Menschen oder mehr:
   *[other] { $count } Check-ins der letzten sieben Tage, zusammengezählt, jede Zahl von { $few } Menschen oder mehr:
}
checkins-pulse-few = Bei keinem Check-in der letzten sieben Tage haben { $few } Menschen oder mehr geantwortet, darum wird nichts gezeigt.
checkins-pulse-none = In den letzten sieben Tagen ist kein Check-in zu Ende gegangen.
checkins-pulse-small = Das sind Antworten, keine Menschen: Wer an drei Tagen geantwortet hat, steckt dreimal darin. Viele antworten nicht, und es kann ihnen gut oder schlecht gehen. Nur Check-ins, deren eigene Schlusskarte Zahlen zeigt, sind darin.
checkins-pulse-weekly = Jeden Montag dem Team posten
checkins-pulse-stop = Montags nicht mehr posten
checkins-pulse-on = Ich poste es montags um 09:00 in den Kanal des Teams.
checkins-pulse-off = Ich poste es nicht mehr von allein. /care pulse zeigt es jederzeit.
checkins-setup-decks = Eigene Fragen
checkins-decks = Eigene Fragen
checkins-decks-title = Eigene Fragen
checkins-decks-none = Es gibt noch keine. Ein Stapel hat Fragen einer Art; jede kommt einmal, bevor eine zweimal kommt.
checkins-decks-line = { $name }: { $count ->
    [0] noch keine Frage
    [one] eine Frage
   *[other] { $count } Fragen
}
checkins-decks-small = Alle im Kanal lesen sie. Eine gute Frage verlangt wenig, und man kann sie lassen.
checkins-decks-pick = Einen Stapel öffnen
checkins-deck-new = Neuer Stapel
checkins-deck-back = Zurück zum Stapel
checkins-deck-rename = Umbenennen
checkins-deck-remove = Stapel entfernen
checkins-deck-name-title = Ein Stapel
checkins-deck-name = Wie heißt er?
checkins-deck-none = ▲ Es ist keine Frage darin. Bis eine da ist, fragt die Karte nur, wie es geht.
checkins-deck-emptied = Pläne, die ihn benutzen: { $names }.
checkins-deck-is-gone = ein Stapel, der entfernt wurde
checkins-card-new = Frage hinzufügen
checkins-card-title = Eine Frage
checkins-card-text = Was fragst du?
checkins-card-hint = Welche kleine Sache war heute gut zu dir?
checkins-card-pick = Eine Frage öffnen
checkins-card-change = Worte ändern
checkins-card-remove = Frage entfernen
checkins-doctor = { $count ->
    [one] Check-ins: Ein Plan läuft.
   *[other] Check-ins: { $count } Pläne laufen.
}
checkins-doctor-paused = Die Check-ins { $number } ruhen. Abhilfe: /setup checkins resume, oder remove.
checkins-doctor-deck = Die Check-ins { $number } haben keine Frage mehr in ihrem Stapel und fragen darum nur, wie es geht. Abhilfe: /setup checkins decks, oder wähle einen anderen Stapel.
checkins-doctor-never = Die Check-ins { $number } kommen an den gewählten Tagen nie. Abhilfe: /setup checkins edit.
checkins-doctor-gone = Die Check-ins { $number } haben keinen Kanal: Er wurde entfernt, oder ich kann ihn nicht sehen. Abhilfe: /setup checkins edit.
checkins-doctor-closed = Die Check-ins { $number } lassen sich in { $channel } nicht posten: Mir fehlt dort „Kanal ansehen“ oder „Nachrichten senden“. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle.
checkins-doctor-thread = Die Check-ins { $number } kommen in { $channel } ohne ihren Thread: Mir fehlt dort „Öffentliche Threads erstellen“. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle.
checkins-doctor-pictures = Die Check-ins { $number } schließen in { $channel } ohne Bild: Mir fehlt dort „Dateien anhängen“. Die Worte kommen trotzdem. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle.
checkins-parting-answers = { $count ->
    [one] Eine Antwort auf einen Check-in, der noch offen ist: Sie wird zurückgenommen und zählt nicht.
   *[other] { $count } Antworten auf Check-ins, die noch offen sind: Sie werden zurückgenommen und zählen nicht.
}
checkins-parting-shared = { $count ->
    [one] Ein Check-in, den ich unter deinem Namen gepostet habe: Ich nehme den Beitrag herunter.
   *[other] { $count } Check-ins, die ich unter deinem Namen gepostet habe: Ich nehme die Beiträge herunter.
}
checkins-feature-on = { $count ->
    [one] **Check-ins**: Ein Plan läuft. /setup checkins list
   *[other] **Check-ins**: { $count } Pläne laufen. /setup checkins list
}
checkins-feature-off = **Check-ins** nach Plan sind aus. /setup checkins add schaltet sie ein; /checkin gibt es für alle.
