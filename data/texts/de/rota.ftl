# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Wer aus dem Team wann im Dienst ist. Niemand wird gefragt, warum es nicht geht.
rota-command = Wer aus dem Team wann im Dienst ist
rota-title = Wer im Dienst ist
rota-now = Jetzt im Dienst: { $who }
rota-now-nobody = Gerade ist niemand im Dienst. Wenn jemand einen Menschen braucht, wird die ganze Moderation gefragt.
rota-now-unkept = Noch sind keine Dienstzeiten eingetragen. Wenn jemand einen Menschen braucht, wird die ganze Moderation gefragt.
rota-none = Noch keine Dienstzeiten.
rota-small = Alle in ihrer eigenen Zeitzone. Kümmert sich in ein paar Minuten niemand, wird die ganze Moderation gefragt, dann die Admins. Manche Fälle stehen in keinem Kanal: Von denen kann ich dir nur in einer Direktnachricht sagen, und nur, wenn du „Du darfst mir schreiben“ drückst.
rota-who = Dienstzeit für jemanden eintragen
rota-mine = Meine Dienstzeit eintragen
rota-show = Alle Dienstzeiten
rota-days = An welchen Tagen?
rota-days-body = An welchen Tagen ist { $who } im Dienst? Die Uhrzeiten kommen danach. Für andere Zeiten an anderen Tagen trag zweimal etwas ein.
rota-hours-title = Von wann bis wann?
rota-start = Von
rota-start-hint = 18:00
rota-end = Bis
rota-end-hint = 22:00, oder 02:00 für den nächsten Morgen
rota-zone = Zeitzone
rota-zone-hint = Europe/Berlin
rota-drop = Dienstzeit zurücknehmen
rota-away = Ich bin weg
rota-away-days = { $days ->
    [one] Einen Tag weg
   *[other] { $days } Tage weg
}
rota-back = Ich bin wieder da
rota-away-body = { $days ->
    [one] Du wirst einen Tag lang nicht gerufen.
   *[other] Du wirst { $days } Tage lang nicht gerufen.
} Es braucht keinen Grund. Erhol dich gut.
rota-back-body = Willkommen zurück. Du wirst in deinen Dienstzeiten wieder gerufen.
rota-hours = { $days } { $start }–{ $end } ({ $zone })
rota-every-day = jeden Tag
rota-day-0 = Montag
rota-day-1 = Dienstag
rota-day-2 = Mittwoch
rota-day-3 = Donnerstag
rota-day-4 = Freitag
rota-day-5 = Samstag
rota-day-6 = Sonntag
rota-short-0 = Mo
rota-short-1 = Di
rota-short-2 = Mi
rota-short-3 = Do
rota-short-4 = Fr
rota-short-5 = Sa
rota-short-6 = So
rota-swap = Dienst tauschen
rota-swap-none = Du hast hier keine Dienstzeit, die jemand übernehmen könnte.
rota-swap-body = Welche Dienstzeit? Gefragt wird nur für das nächste Mal; danach ist alles wie vorher. Niemand wird gefragt, warum.
rota-which = Dienstzeit wählen
rota-whom = Jemanden aus dem Team fragen
rota-whom-body = Wer könnte das nächste Mal übernehmen?
rota-asked-title = Die Frage ist gestellt
rota-asked-body = { $who } wird im Kanal des Teams gefragt, mit zwei Knöpfen zum Antworten:
rota-asked-nowhere = Es ist kein Kanal für das Team verbunden, darum kann ich { $who } nicht fragen. Bitte frag selbst. Nichts wurde geändert.
rota-asked-until = Bis ein Ja kommt, bleibt diese Zeit bei { $who }.
rota-take = Ich übernehme
rota-pass = Ich kann nicht
rota-took = Danke. { $who } erfährt es, und du wirst in dieser Zeit gerufen:
rota-passed = Das ist in Ordnung, ohne Grund. { $who } erfährt es; diese Zeit bleibt dort:
rota-times = { $start } bis { $end }
rota-ask-asked = { $who }, { $owner } fragt, ob du diese Zeit einmal übernehmen kannst:
rota-ask-taken = { $who } übernimmt diese Zeit für { $owner }:
rota-ask-declined = Diese Zeit bleibt bei { $owner }:
rota-ask-small = Bis ein Ja kommt, bleibt sie, wo sie ist.
rota-told-taken = { $owner }, { $who } übernimmt diese Zeit für dich:
rota-told-declined = { $owner }, { $who } kann diesmal nicht, und die Zeit bleibt bei dir. Du kannst jemand anderen fragen oder sagen, dass du weg bist.
rota-taken-by = { $when }: { $who } übernimmt
rota-asked-still = { $when }: { $who } ist gefragt; bis ein Ja kommt, bleibt es bei { $owner }
rota-gone = **wird nicht gerufen: ist gegangen oder hat gerade keine Rolle im Team**
rota-write = Du darfst mir schreiben
rota-write-no = Schreib mir nicht
