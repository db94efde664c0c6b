# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Gruppentreffen. Ohne ein Ja der Person erfährt niemand, dass sie kommt; niemand wird nach dem Grund gefragt.
sessions-command = Was ansteht, und was du dazu gesagt hast
sessions-host-command = Für alle, die Treffen leiten
sessions-session-command = Gruppentreffen planen und begleiten
sessions-create-command = Ein Treffen oder eine Reihe planen
sessions-list-command = Alle Treffen sehen und ändern
sessions-edit-command = Ein Treffen ändern
sessions-skip-command = Einen Termin eines Treffens auslassen
sessions-move-command = Einen Termin eines Treffens verlegen
sessions-cancel-command = Ein Treffen beenden oder einen Termin auslassen
sessions-setup-command = Wo Treffen gezeigt werden
sessions-coming = Was ansteht
sessions-none-coming = Gerade ist nichts geplant.
sessions-look-back = Du warst bei „{ $title }“, { $when }. Wenn du magst: Wie war es für dich? Ein Druck, und niemand sieht, wer was gedrückt hat.
sessions-own-time = Alle Zeiten stehen in deiner eigenen Zeit.
sessions-look = Eins ansehen
sessions-card-small = Was du hier drückst, öffnet sich für dich allein. Niemand sonst sieht, wer kommt, außer du lässt es die Leitung sehen. Zeiten stehen in deiner eigenen Zeit.
sessions-neutral-title = Treffen

# Die Karte
sessions-fact-when = Wann: { $when }, { $minutes } Minuten
sessions-fact-length = Dauer: { $minutes } Minuten
sessions-fact-repeat = Wie oft: { $repeat }
sessions-fact-where = Wo: { $where }
sessions-fact-kind = Art: { $kind }
sessions-fact-host = Leitung: { $hosts }
sessions-fact-places = Plätze: { $places }
sessions-fact-notes = Gut zu wissen: { $notes }
sessions-fact-capacity = { $count ->
    [0] Platz für: alle
   *[other] Platz für: { $count } Menschen
}
sessions-fact-kept = { $count ->
    [one] Der Raum wird eine Stunde nach dem Ende gelöscht
   *[other] Der Raum wird { $count } Stunden nach dem Ende gelöscht
}
sessions-where-thread = ein privater Raum, der sich zum Beginn in { $channel } öffnet
sessions-where-channel = { $channel }
sessions-kind-facilitated = mit Leitung, alle können erzählen
sessions-kind-social = Gesellschaft, ohne Thema
sessions-kind-leaderless = ohne Leitung, die Runde trägt sich selbst
sessions-kind-creative = nebeneinander etwas gestalten
sessions-kind-supervision = für alle, die leiten und moderieren; sonst sieht es niemand
sessions-places-open = genug für alle
sessions-places-several = mehrere
sessions-places-few = ein paar
sessions-places-full = voll, mit Warteliste
sessions-repeat-once = einmal
sessions-repeat-weeks = { $count ->
    [one] jede Woche
   *[other] alle { $count } Wochen
}
sessions-repeat-monthly = jeden Monat
sessions-repeat-rule = nach eigener Regel ({ $rule })
sessions-now-open = jetzt offen
sessions-open-body = Der Raum ist offen. Du kannst jederzeit hereinkommen und jederzeit gehen.
sessions-cancelled = Dieses Treffen findet nicht statt. Du musst nichts weiter tun.
sessions-ended = Dieses Treffen ist zu Ende. Danke an alle, die da waren.
sessions-come = Ich komme
sessions-listen = Nur zuhören
sessions-early = Ich gehe vielleicht früher
sessions-cannot = Kann nicht
sessions-cannot-body = Das ist in Ordnung, und es braucht keinen Grund. Du kannst es dir jederzeit anders überlegen.
sessions-calendar = In den Kalender
sessions-calendar-all = Alle in meinen Kalender
sessions-calendar-body = Öffne diese Datei mit deinem Kalender. Sie sagt nur „Treffen“, damit ein geteilter Kalender niemandem verrät, was es ist. Ändert sich die Zeit, hol dir eine neue Datei: Sie ersetzt diese.
sessions-calendar-titles = Wenn dort lieber der eigene Titel stehen soll: Wer deinen Kalender sieht, kann ihn lesen.
sessions-calendar-titled = Mit eigenem Titel
sessions-calendar-titled-body = In dieser Datei steht der Titel wie auf der Karte. Wer deinen Kalender sieht, kann ihn lesen. Eine Datei mit „Treffen“ tritt wieder an ihre Stelle: Drück „In den Kalender“.

# Was jemand gesagt hat
sessions-mine-coming = du kommst
sessions-mine-listening = du kommst und hörst nur zu
sessions-mine-early = du kommst und gehst vielleicht früher
sessions-mine-waiting = du stehst auf der Warteliste
sessions-mine-offered = bis { $until } ist ein Platz für dich frei: Drück „Ich komme“, um ihn zu nehmen
sessions-mine-unconfirmed = die Zeit hat sich geändert: Drück „Ich komme“, wenn sie dir noch passt
sessions-waiting-body = Im Moment sind alle Plätze vergeben. Die Liste geht der Reihe nach. Wird ein Platz frei, bleibt er 30 Minuten für dich, und ich sage es dir.
sessions-seen-no-body = Die Leitung sieht nur, dass jemand mehr kommt, nicht wer.
sessions-seen-yes-body = Die Leitung kann sehen, dass du kommst. Du kannst das jederzeit zurücknehmen.
sessions-seen-yes = Die Leitung darf mich sehen
sessions-seen-stop = Meinen Namen wieder verbergen
sessions-remind-no-body = Ich erinnere dich nicht.
sessions-remind-yes-body = Ich erinnere dich einen Tag, eine Stunde und zehn Minuten vorher: als Direktnachricht, wenn du das erlaubt hast, sonst mit einer Karte unter /home.
sessions-remind-yes = Erinnere mich
sessions-remind-stop = Keine Erinnerungen

# Mitteilungen an eine Person; die Worte bleiben neutral, denn ein Handy kann liegen, wo andere es sehen
sessions-notice-remind = Du wolltest erinnert werden: { $when }. Es ist in Ordnung, wenn du doch nicht kannst.
sessions-notice-offered = Ein Platz ist frei geworden: { $when }. Er bleibt bis { $until } für dich.
sessions-notice-moved = Die Zeit hat sich geändert. Neu ist: { $when }. Passt dir das noch? Bis du es sagst, bleibt dein Platz für dich.
sessions-notice-off = Das geplante Treffen findet nicht statt: { $when }. Du hast nichts falsch gemacht und musst nichts tun.
sessions-notice-ended = Das Treffen { $when } ist zu Ende, und sein Raum ist geschlossen. Du hast nichts falsch gemacht, und du brauchst nichts zu tun.
sessions-mend-title = Bei deinem Treffen ist etwas zu beheben
sessions-mend-0 = { $when }: Ich konnte den Raum nicht öffnen. Den Kanal gibt es nicht mehr, oder mir fehlt eine Berechtigung.
sessions-mend-1 = { $when }: Ich konnte den Raum nicht schließen oder löschen. Mir fehlt eine Berechtigung.
sessions-mend-2 = { $when }: Im Kanal fehlt etwas, und der Raum konnte nicht öffnen.
sessions-mend-how = Welche Berechtigung es ist, sehen Admins mit /setup doctor. Ein privater Raum braucht: „Kanal ansehen“, „Nachrichtenverlauf anzeigen“, „Private Threads erstellen“, „Nachrichten in Threads senden“, „Threads verwalten“. Einen anderen Kanal wählst du mit /host session edit.

# Der Entwurf
sessions-draft-title = Ein Treffen entsteht
sessions-edit-title = Ein Treffen wird geändert
sessions-draft-small = Nur du siehst das. Es bleibt 30 Tage so liegen: Du kannst gehen und mit /host session create oder edit wiederkommen.
sessions-words-button = Titel und Zweck
sessions-words-title = Was ist es?
sessions-title = Titel
sessions-title-hint = Alle sehen das. Neutrale Worte schützen Menschen.
sessions-purpose = Wozu es da ist
sessions-purpose-hint = Ein, zwei Sätze, damit Menschen wählen können
sessions-notes = Gut zu wissen (darf leer bleiben)
sessions-notes-hint = Untertitel, Kameras aus, leise, wie man dazukommt
sessions-when-button = Wann
sessions-when-title = Wann ist es?
sessions-start-label = Beginn
sessions-start-hint = do 19:00, oder 2026-12-03 19:00
sessions-minutes = Wie viele Minuten
sessions-minutes-hint = 60
sessions-zone = Zeitzone
sessions-zone-hint = Europe/Berlin
sessions-more-button = Plätze und Raum
sessions-more-title = Wie viele, wie lange?
sessions-capacity = Plätze (leer: für alle)
sessions-capacity-hint = 12
sessions-kept = Raum löschen: wie viele Stunden danach
sessions-kept-hint = 24
sessions-rule-title = Wie oft?
sessions-rule = Alle wie viele Wochen, oder eine Regel
sessions-rule-hint = 3, oder FREQ=MONTHLY;BYDAY=-1SU (RFC 5545)
sessions-choose-kind = Was für ein Treffen?
sessions-choose-room = Im Kanal oder in einem eigenen Raum?
sessions-choose-absent = Und wenn niemand zum Leiten kommt?
sessions-choose-repeat = Wie oft?
sessions-choose-channel = In welchem Kanal?
sessions-choose-host = Wer leitet?
sessions-choose-cohost = Wer leitet mit?
sessions-room-thread = Ein privater Thread, eigens gemacht und danach gelöscht
sessions-room-channel = Im Kanal selbst
sessions-absent-cover = Nach 5 Minuten ohne Leitung: andere Leitende werden gefragt
sessions-absent-leaderless = Nach 5 Minuten ohne Leitung: die Runde trägt sich selbst
sessions-absent-cancel = Nach 5 Minuten ohne Leitung: es wird freundlich abgesagt
sessions-repeat-as-once = Einmal
sessions-repeat-as-1 = Jede Woche
sessions-repeat-as-2 = Alle zwei Wochen
sessions-repeat-as-weekday = Jeden Monat, am selben Wochentag
sessions-repeat-as-date = Jeden Monat, am selben Tag des Monats
sessions-repeat-as-typed = Etwas anderes, zum Eintippen
sessions-local = Beginn: { $local } ({ $zone }), für dich { $yours }
sessions-next-dates = Die nächsten Termine: { $dates }
sessions-never = Mit dieser Wiederholung liegt kein Termin vor uns.
sessions-missing-words = Noch zu sagen: ein Titel und wozu es da ist.
sessions-missing-start = Noch zu sagen: wann es beginnt.
sessions-missing-channel = Noch zu wählen: ein Kanal.
sessions-publish = Allen zeigen
sessions-apply = Änderung gelten lassen
sessions-discard = Entwurf verwerfen
sessions-discarded = Der Entwurf ist weg. Niemand hat etwas davon gesehen.
sessions-published-to-hosts = Es steht jetzt in { $channel }. /sessions zeigt es allen, die leiten oder moderieren, und sonst niemandem.
sessions-published-unseen = Es ist aufgehoben, und /sessions zeigt es allen, die leiten oder moderieren, und sonst niemandem. Eine Karte hängt nirgends, denn es ist kein Team-Kanal gewählt. Wer verwaltet, wählt einen mit /setup wizard; danach hängt jede Änderung mit /host session edit die Karte dort auf.
sessions-published = Es steht jetzt in { $channel }. Wer kommen möchte, kann es dort sagen.
sessions-changed = Es ist geändert, und die Karte in { $channel } auch. Hat sich die Zeit geändert, werden alle, die kommen wollten, einmal gefragt, ob sie ihnen noch passt.

# Leiten
sessions-hosting = Geplante Treffen
sessions-none-planned = Noch ist nichts geplant. /host session create fängt eins an.
sessions-which = Welches?
sessions-which-date = Welcher Termin?
sessions-edit = Ändern
sessions-skip = Termin auslassen
sessions-move = Termin verlegen
sessions-cancel = Beenden
sessions-who-comes = { $others ->
    [0] Es kommen: { $who }
    [one] Es kommen: { $who }, und noch jemand
   *[other] Es kommen: { $who }, und noch { $others } andere
}
sessions-how-many-come = { $count ->
    [0] Noch hat niemand zugesagt.
    [one] Eine Person kommt.
   *[other] { $count } Menschen kommen.
}
sessions-how-many-wait = { $count ->
    [one] Eine Person steht auf der Warteliste.
   *[other] { $count } Menschen stehen auf der Warteliste.
}
sessions-not-confirmed = { $count ->
    [one] Eine Person hat noch nicht gesagt, ob die neue Zeit passt.
   *[other] { $count } Menschen haben noch nicht gesagt, ob die neue Zeit passt.
}
sessions-skip-body = Wer zu diesem Termin kommen wollte, erfährt es einmal. Die anderen Termine bleiben.
sessions-move-body = Wer zu diesem Termin kommen wollte, erfährt es einmal und wird gefragt, ob es noch passt.
sessions-move-title = Auf wann?
sessions-cancel-body = Das Treffen endet mit all seinen Terminen, und wer kommen wollte, erfährt es einmal. Um nur einen Termin auszulassen, wähle das stattdessen.
sessions-cancel-yes = Ja, alles beenden
sessions-cancelled-done = Es ist beendet. Die Karte sagt es, und wer kommen wollte, erfährt es.
sessions-skipped-done = Dieser Termin fällt aus. Wer kommen wollte, erfährt es.
sessions-moved-done = Dieser Termin ist verlegt. Wer kommen wollte, erfährt es und wird gefragt, ob es noch passt.
sessions-board-pick = Welcher Kanal?
sessions-board-body = In diesem Kanal stehen die Tafel mit allem, was ansteht, und eine Karte für jedes Treffen. Neue Karten kommen dorthin, wo du wählst; die, die schon stehen, bleiben.
sessions-board-now = Jetzt: { $channel }
sessions-board-done = Die Tafel ist jetzt in { $channel }.

# Der Raum
sessions-room-name = Treffen { $number }
sessions-come-in = Hereinkommen
sessions-agree = Einverstanden, lass mich hinein
sessions-confidential = Was hier gesagt wird, bleibt hier. Deine eigene Geschichte darfst du mitnehmen; die der anderen lässt du hier. Keine Aufnahmen, keine Screenshots. Die Moderation dieses Servers und Discord selbst können sehen, was geschrieben wird.
sessions-agree-body = Wenn das gut für dich ist, lässt dich ein Druck hinein. Die anderen im Raum sehen dann, dass du da bist. Wie überall hier lese ich mit, um Hilfe anzubieten, wenn Worte nach Gefahr klingen. Wenn es nicht gut für dich ist, schließ diese Karte; niemand sieht, dass du nachgesehen hast.
sessions-inside = Du bist drin: { $room }. Du kannst jederzeit gehen, ohne ein Wort.
sessions-left = Du bist aus der Runde. Pass gut auf dich auf. Solange sie dauert, kannst du wiederkommen.
sessions-opening = Willkommen. Nichts hier muss sein: Du kannst sprechen, weitergeben oder nur zuhören.
sessions-until = Bis { $end }
sessions-room-small = „Ich möchte sprechen“ stellt dich in die Reihe: alle einmal, bevor jemand zweimal spricht. Weitergeben braucht keinen Grund. Nummern zum Anrufen: /helpnow, nur für dich.
sessions-room-over = Dieses Treffen ist zu Ende. Danke, dass ihr da wart.
sessions-not-begun = Die Runde hat noch nicht begonnen. Melden könnt ihr euch schon.
sessions-speaks = Jetzt spricht: { $who }
sessions-nobody-speaks = Gerade spricht niemand.
sessions-then = { $more ->
    [0] Danach: { $who }
   *[other] Danach: { $who }, und noch { $more }
}
sessions-raise = Ich möchte sprechen
sessions-pass = Weitergeben, oder fertig
sessions-leave = Ich gehe
sessions-for-the-host = Für die Leitung
sessions-hand-up = Du stehst in der Reihe, auf Platz { $place }. Du kannst jederzeit weitergeben.
sessions-hand-down = Du stehst nicht mehr in der Reihe. Das macht nichts; du kannst dich wieder melden.
sessions-hand-speaks = Du bist dran. Lass dir Zeit; drück „Weitergeben, oder fertig“, wann du magst.
sessions-hand-listens = Du hast gesagt, dass du nur zuhörst, also ruft dich niemand auf. Wenn du doch sprechen möchtest, drück „Ich komme“ auf der Karte.
sessions-start = Runde beginnen
sessions-next = Die Nächsten
sessions-close = Treffen schließen
sessions-host-inside = { $count ->
    [0] Noch ist niemand da.
    [one] Eine Person ist da.
   *[other] { $count } Menschen sind da.
}
sessions-host-small = Als Nächstes ist dran, wer am wenigsten gesprochen hat, dann, wer zuerst gefragt hat. Wer nur zuhört, wird nie aufgerufen.
sessions-cover = Ich kann dieses leiten
sessions-cover-asked = Ein Treffen läuft ohne Leitung. Kann jemand von euch einspringen? Wenn nicht, ist das in Ordnung: Wer da ist, darf die Runde selbst tragen.
sessions-again-asked = Der Raum dieses Treffens wurde gelöscht, während er offen war. Das kann aus Versehen passieren. Darum habe ich ihn neu gemacht, einmal, und alle hineingelassen, die da waren. Was im alten stand, ist weg. War es Absicht, dann verabschiedet „Freundlich beenden“ alle im neuen Raum, sperrt ihn nach 15 Minuten und löscht ihn später. Wird der Raum noch einmal gelöscht, ist das Treffen zu Ende. War es ein Versehen, braucht es nichts.
sessions-end-it = Freundlich beenden
sessions-end-done = Das Treffen ist zu Ende. Im Raum steht ein Abschied, und er wird nach 15 Minuten gesperrt.
sessions-say-alone = Heute konnte niemand zum Leiten kommen. Ihr dürft die Runde selbst tragen: Eine Person spricht, die anderen hören zu, alle dürfen weitergeben. Jemand könnte auf die Zeit achten.
sessions-say-late = Die Leitung ist noch nicht da, und andere werden gefragt. Bis jemand kommt, dürft ihr die Runde selbst tragen: Eine Person spricht, die anderen hören zu, alle dürfen weitergeben.
sessions-say-without = Im Moment leitet niemand dieses Treffen, und andere werden gefragt. Bis jemand kommt, dürft ihr die Runde selbst tragen: Eine Person spricht, die anderen hören zu, alle dürfen weitergeben.
sessions-say-off = Heute konnte niemand zum Leiten kommen, darum findet dieses Treffen nicht statt. Daran hat niemand Schuld. Schön, dass ihr gekommen seid. Der Raum verschwindet { $kept }.
sessions-say-closing = Wir sind am Ende. Bevor ihr geht: ein Atemzug, eine Sache, die ihr mitnehmt, oder gar nichts. Der Raum bleibt noch 15 Minuten offen, zum Abschied.
sessions-say-feedback = Wie war es für dich? Ein Druck, und niemand sieht, wer was gedrückt hat. Der Raum verschwindet { $kept }; nichts davon bleibt.
sessions-say-again = Der Raum vor diesem wurde gelöscht, darum gibt es hier einen neuen. Wer da war, ist wieder drin, und niemand hat den Platz oder die Reihe verloren. Was dort stand, ist weg.
sessions-felt-0 = Es war gut
sessions-felt-1 = Es war so dazwischen
sessions-felt-2 = Es war nichts für mich
sessions-felt-told = Nach dem letzten Treffen wurde gedrückt: { $counts }
sessions-felt-few = Nach dem letzten Treffen haben weniger als 5 Menschen gedrückt, wie es war, darum sage ich nicht mehr.
sessions-felt-later = Es kann noch gesagt werden, wie es war. Was gesagt wird, steht { $when } hier, wenn niemand mehr drücken kann.
sessions-over-lately = Kürzlich zu Ende: wie war es?
sessions-was-on = Das letzte Treffen war am { $when }. Was gedrückt wurde, bleibt danach 30 Tage.
sessions-felt-thanks = Danke. Es ist gezählt und führt zu niemandem.
sessions-felt-before = Dein erster Druck ist schon gezählt. Danke.

# Was das Team erfährt
sessions-missed-title = Nicht rechtzeitig geschehen
sessions-missed-body = Ich war weg, oder Discord ließ mich nicht. Das ist nicht geschehen und wird nicht nachgeholt:
sessions-missed-line = • { $title }, { $when }: { $what }
sessions-step-day = Erinnerung am Tag davor
sessions-step-hour = Erinnerung eine Stunde davor
sessions-step-minutes = Erinnerung zehn Minuten davor
sessions-step-open = Öffnen des Raums
sessions-step-absent = Nachsehen, ob jemand leitet
sessions-step-close = Worte zum Schluss
sessions-step-feedback = Schließen des Raums und die Frage, wie es war
sessions-step-remove = Löschen des Raums
sessions-step-done = das ganze Treffen


# Was nicht ging
sessions-start-unreadable = Diesen Beginn konnte ich nicht lesen. Er sieht aus wie „do 19:00“ oder „2026-12-03 19:00“. Was du getippt hast, ist aufgehoben.
sessions-start-two-meanings = Dieser Beginn könnte zweierlei heißen. Bitte sag die Stunde wie 07:00 oder 19:00, und einen Tag wie 2026-03-04. Was du getippt hast, ist aufgehoben.
sessions-start-past = Dieser Beginn ist schon vorbei. Was du getippt hast, ist aufgehoben.
sessions-start-far = Dieser Beginn ist mehr als zwei Jahre entfernt. Was du getippt hast, ist aufgehoben.
sessions-start-gap = An diesem Tag werden die Uhren vorgestellt, und diese Zeit zeigt dort keine Uhr. Bitte wähle eine andere. Was du getippt hast, ist aufgehoben.
sessions-start-fold = An diesem Tag werden die Uhren zurückgestellt, und diese Zeit kommt zweimal. Bitte wähle eine andere. Was du getippt hast, ist aufgehoben.
sessions-no-such-zone = Diese Zeitzone kenne ich nicht. Sie sieht aus wie Europe/Berlin oder Europe/Zurich.
sessions-out-of-bounds = Diese Zahl liegt zwischen { $least } und { $most }.
sessions-not-a-host = Nur wer die Rolle der Gruppenleitung hat, kann leiten. Admins wählen sie mit /setup wizard. Nichts wurde geändert.
sessions-no-such-session = Dieses Treffen gibt es nicht mehr, oder es wurde nie gezeigt. Nichts wurde geändert. /sessions zeigt, was ansteht.
sessions-not-ready = Es fehlt noch etwas, oder kein Termin liegt vor uns. Nichts wurde gezeigt; der Entwurf ist aufgehoben.
sessions-nowhere = Noch haben Admins nicht gewählt, wo Treffen gezeigt werden: /setup sessions. Der Entwurf ist aufgehoben.
sessions-changed-meanwhile = Jemand anderes hat dieses Treffen geändert, seit du angefangen hast. Nichts davon wurde überschrieben, und dein Entwurf ist aufgehoben. Sieh unter /host session list nach, und fang dann mit edit neu an.
sessions-fixed-kind = Ein Treffen für alle, die leiten und moderieren, kann nicht zu einem für alle werden, und auch nicht umgekehrt: Es haben schon Menschen gesagt, dass sie kommen. Nichts wurde geändert, und dein Entwurf ist aufgehoben. Wähl die Art, wie sie war, oder beende dieses Treffen und plane ein neues.
sessions-out-of-order = Dazwischen liegt ein anderer Termin. Ein Termin lässt sich bis zu seinen Nachbarn verlegen; für weiter weg lass diesen aus, und plane einen neuen. Nichts wurde geändert.
sessions-too-many = Diese Community hat so viele Treffen, wie ich zeigen kann. Beende zuerst eins. Dein Entwurf ist aufgehoben.
sessions-is-over = Dieses Treffen ist zu Ende oder wurde abgesagt. Nichts wurde geändert. /sessions zeigt, was ansteht.
sessions-not-open-yet = Der Raum ist noch nicht offen. Er öffnet sich zum Beginn, und die Karte bekommt einen Knopf zum Hereinkommen.
sessions-is-full = Gerade sind alle Plätze vergeben. „Ich komme“ setzt dich auf die Warteliste, der Reihe nach.
sessions-no-room = Der Raum wurde gelöscht, darum gibt es keinen Ort, an dem das stehen könnte. Niemandem wurde etwas gezeigt. Öffnet sich ein neuer Raum, kannst du es dort noch einmal versuchen.
sessions-room-shut = Der Raum lässt gerade niemanden hinein; vielleicht wurde er gelöscht. Dein Platz bleibt. Bitte versuch es in einer Minute noch einmal, oder schreib der Leitung.
sessions-not-inside = Das ist für Menschen im Raum. „Hereinkommen“ auf der Karte lässt dich hinein. Wenn du da warst und gegangen bist, komm zuerst wieder herein.
sessions-for-hosts = Dieses Treffen ist für Menschen, die hier leiten oder moderieren. Nichts wurde geändert. /sessions zeigt, was sonst kommt.
sessions-not-the-host = Das ist für die Leitung dieses Treffens. Nichts wurde geändert.
sessions-only-in-a-community = Das geht in deiner Community, nicht in einer Direktnachricht. Öffne dort /sessions.
sessions-cover-command = Andere Leitende bitten, einen Termin zu übernehmen
sessions-proposals-command = Treffen, die sich Mitglieder wünschen
sessions-matters-command = Was du in die Supervision mitbringst
sessions-mend-3 = { $when }: Der Kanal deines Treffens wurde gelöscht, also hat es jetzt keinen Ort. Wer kommt, behält den Platz, und niemand hat etwas erfahren.
sessions-prompts = Anregungen
sessions-choose-theme = Ein Thema wählen
sessions-show-piece = Im Raum zeigen
sessions-write-own = Eine schreiben
sessions-to-the-panel = Zurück zur Leitung
sessions-agenda-title = Anregungen für den Raum
sessions-agenda-body = Nur du siehst diese Karte. Was du zeigst, steht im Raum für alle dort. Niemand muss darauf antworten.
sessions-agenda-care = Nur für dich: { $care }
sessions-agenda-next = Als Nächstes: „{ $piece }“
sessions-agenda-done = Von diesem Thema wurde alles gezeigt.
sessions-agenda-small = Ein Thema hat einen Anfang, ein paar Fragen und einen Schluss. Nimm so viele, wie dem Raum guttun.
sessions-own-title = Deine eigene Anregung
sessions-own-label = Alle im Raum bekommen sie zu sehen
sessions-own-hint = Eine offene Frage, die man leicht auslassen kann
sessions-prompt-title = Etwas zum Nachdenken
sessions-prompt-small = Niemand muss antworten. Weitergeben und zuhören sind genauso gut.
sessions-check = Nachsehen, wie es geht
sessions-check-asked = Alle im Raum werden gefragt und haben drei Minuten. Dann erfährt der Raum, wie viele welches Wort gewählt haben, nie weniger als fünf zusammen. Niemand sieht, wer was gedrückt hat, du nicht und das Team nicht.
sessions-say-ease = Wie ist es gerade für dich? Ein Druck, und niemand sieht, wer was gedrückt hat. Gezählt wird { $end }; eine Zahl gibt es nur, wo mindestens fünf Menschen zusammenkommen.
sessions-ease-0 = Entspannt
sessions-ease-1 = Geht so
sessions-ease-2 = Ich brauche eine Pause
sessions-eased-thanks = Danke. Es ist gezählt und führt zu niemandem. Wenn du eine Pause brauchst, kannst du sie jetzt nehmen, ohne ein Wort.
sessions-eased-before = Dein erster Druck ist schon gezählt. Danke.
sessions-eased-over = Diese Frage ist vorbei. Nichts wurde gezählt. Wenn du eine Pause brauchst, kannst du sie jetzt nehmen, ohne ein Wort.
sessions-say-eased = So ist es im Raum: { $counts }. Pausen sind immer in Ordnung.
sessions-say-eased-few = Weniger als 5 Menschen haben geantwortet, darum gibt es keine Zahl. Pausen sind immer in Ordnung.
sessions-doctor-no-board = Es gibt Treffen, und keinen Kanal, in dem sie gezeigt werden. Wähle einen: /setup sessions.
sessions-doctor-board = Treffen werden in { $channel } gezeigt, und dort fehlt mir: { $permissions }. Karten und Tafel bleiben, wie sie sind. Erlaub es in den Einstellungen des Kanals, oder wähle mit /setup sessions einen anderen.
sessions-doctor-room = Ein Treffen findet in { $channel } statt, und dort fehlt mir: { $permissions }. Sein Raum könnte nicht öffnen oder schließen. Erlaub es in den Einstellungen des Kanals, oder wähle mit /host session edit einen anderen.
sessions-doctor-gone = Den Kanal von „{ $title }“ gibt es nicht mehr. Wähle mit /host session edit einen anderen.
sessions-doctor-well = { $count ->
    [one] Ein Treffen läuft weiter, und ich habe, was es braucht.
   *[other] { $count } Treffen laufen weiter, und ich habe, was sie brauchen.
}
sessions-permission-view-channel = Kanal ansehen
sessions-permission-send-messages = Nachrichten senden
sessions-permission-read-message-history = Nachrichtenverlauf anzeigen
sessions-permission-create-private-threads = Private Threads erstellen
sessions-permission-send-messages-in-threads = Nachrichten in Threads senden
sessions-permission-manage-threads = Threads verwalten
sessions-permission-gone = den Kanal selbst, es gibt ihn nicht mehr
sessions-after-title = Für dich, nach dem Leiten
sessions-after-body = Danke, dass du den Raum gehalten hast. Wie war es für dich? Ein Druck genügt, und diese Karte zu schließen auch.
sessions-after-small = Nur du siehst das. Was du drückst, wird nicht aufbewahrt. „In die Supervision mitbringen“ bewahrt auf, was du dort schreibst.
sessions-how-light = Es war ganz gut
sessions-how-mixed = Es war gemischt
sessions-how-heavy = Es lässt mich nicht los
sessions-how-light-body = Gut zu wissen. Etwas Wasser und ein Moment ohne Bildschirm tun trotzdem gut.
sessions-how-mixed-body = Gemischt ist es oft. Was heute nicht ging, liegt nicht nur an dir; einen Raum machen alle, die darin sind.
sessions-how-heavy-body = Es ist normal, dass etwas bleibt, wenn du andere gehalten hast. Du musst es nicht allein tragen: Sprich mit jemandem, dem du vertraust, ruh dich aus, bevor du wieder leitest, und lass andere einen Termin übernehmen, mit /host session cover. Nummern zum Anrufen: /helpnow, nur für dich.
sessions-how-not-kept = Dein Druck wird nicht aufbewahrt, und niemand sonst erfährt davon.
sessions-bring = In die Supervision mitbringen
sessions-bring-title = Für die Supervision
sessions-bring-label = Ein paar Worte, oder gar keine
sessions-bring-hint = Bitte keine Namen. Du und die Leitung der Supervision sehen es
sessions-brought-body = Es ist für die Supervision aufgehoben, mit deinem Namen. Die Leitung einer Supervision kann es sehen, solange diese läuft; sonst niemand, nur könnte es, wer mich betreibt. Es verschwindet, wenn darüber gesprochen wurde, wenn du es zurücknimmst (/host session matters) oder nach 90 Tagen.
sessions-brought = Was mitgebracht wurde
sessions-brought-none = Für die Supervision wurde nichts mitgebracht.
sessions-brought-private = Nur du siehst das. Worüber gesprochen wurde, kann gehen: Wähle es unten.
sessions-talked-about = Besprochen: gehen lassen
sessions-take-back = Eins zurücknehmen
sessions-matter-wordless = etwas zu besprechen, ohne Worte
sessions-matters-title = Was du in die Supervision mitbringst
sessions-matters-none = Gerade bringst du nichts in die Supervision mit.
sessions-matters-body = Du siehst es, und die Leitung einer Supervision, solange diese läuft.
sessions-ask-others = Andere fragen
sessions-cover-body = Andere Leitende werden im Kanal des Teams gefragt. Wer zuerst Ja sagt, hat den Termin; du erfährst es, und ebenso, wer kommt und das erfahren wollte.
sessions-ask-done = Andere Leitende sind gefragt. Du erfährst es, wenn jemand Ja sagt. Wenn niemand kann: Du kannst den Termin auslassen oder verlegen.
sessions-ask-body = Dieser Termin sucht jemanden zum Leiten: { $when }. Könnte jemand von euch? Wenn nicht, ist das in Ordnung; niemand notiert, wer nicht kann.
sessions-ask-taken = { $who } leitet { $when }. Danke.
sessions-take-done = Es ist deins: { $when }. Wer gefragt hat, erfährt es. Zum Beginn öffnet „Für die Leitung“ im Raum deine Karte.
sessions-not-this-one = Diesen nicht
sessions-spare-body = Das ist in Ordnung. Nichts wird notiert.
sessions-notice-covered = { $when } leitet jemand anderes. Sonst bleibt alles, wie es war.
sessions-propose = Eins vorschlagen
sessions-propose-title = Ein Treffen, das du dir wünschst
sessions-propose-what = Was könnte es sein?
sessions-propose-what-hint = Ein Abend, an dem wir still zeichnen
sessions-propose-why = Wozu wäre es gut?
sessions-propose-why-hint = Die Leitung liest das. Wer es schrieb, sieht sie nicht
sessions-proposed-body = Danke für die Idee. Die Leitung kann sie jetzt lesen, ohne deinen Namen. Ich sage dir, was daraus wird: als Direktnachricht, wenn du das erlaubt hast, sonst mit einer Karte unter /home.
sessions-proposal-came = Ein Mitglied hat eine Idee für ein Treffen. /host session proposals zeigt sie, nur dir.
sessions-proposals = Was Mitglieder sich wünschen
sessions-proposals-none = Kein Vorschlag wartet auf eine Antwort.
sessions-proposals-body = Niemand sonst sieht diese Karte. Wähle einen zum Lesen.
sessions-proposal-who = Wer ihn geschrieben hat, sage ich nicht. Die Person erfährt einmal, was du wählst.
sessions-make-draft = Einen Entwurf daraus machen
sessions-decline = Freundlich absagen
sessions-declined-done = Die Person erfährt freundlich, dass es gerade nicht geht.
sessions-proposal-taken = Deine Idee hat jemanden gefunden: Es wird ein Treffen daraus. /sessions zeigt es, wenn es fertig ist.
sessions-proposal-declined = Danke für deine Idee. Gerade lässt sie sich nicht umsetzen. Das sagt nichts über die Idee und nichts über dich; du kannst jederzeit wieder etwas vorschlagen.
sessions-already-covered = Jemand anderes hat schon Ja gesagt. Danke, dass du bereit warst; mehr ist nicht nötig.
sessions-no-such-proposal = Dieser Vorschlag hat schon seine Antwort, oder es gibt ihn nicht mehr. Nichts wurde geändert.
sessions-too-many-proposals = Drei deiner Ideen warten schon, darum wurde diese nicht aufgehoben. Niemand hat etwas davon gesehen. Wenn eine beantwortet ist, ist wieder Platz.
sessions-mend-4 = { $when }: Der Raum deines Treffens wurde gelöscht, während er offen war. Niemand hat etwas erfahren; wer da war, sucht ihn vielleicht.
sessions-mend-5 = Der Raum deines Treffens { $when } wurde gelöscht, während er offen war. Das kann aus Versehen passieren. Darum habe ich ihn neu gemacht, einmal, und alle hineingelassen, die da waren; was im alten stand, ist weg. Um das Treffen zu beenden, drück im neuen Raum „Für die Leitung“ und dann „Treffen schließen“. Wird der Raum noch einmal gelöscht, ist das Treffen zu Ende.
sessions-mend-6 = Der Raum deines Treffens { $when } wurde ein zweites Mal gelöscht. Darum ist das Treffen zu Ende. Wer da war, erfährt, dass es zu Ende ist und niemand etwas falsch gemacht hat.
sessions-choose-timer = Ein sanfter Wecker
sessions-timer-as-none = Kein Wecker
sessions-timer-as-turn-2 = Für jede Person: 2 Minuten
sessions-timer-as-turn-3 = Für jede Person: 3 Minuten
sessions-timer-as-turn-5 = Für jede Person: 5 Minuten
sessions-timer-as-round-5 = Für die Runde: 5 Minuten ab jetzt
sessions-timer-as-round-10 = Für die Runde: 10 Minuten ab jetzt
sessions-timer-as-round-20 = Für die Runde: 20 Minuten ab jetzt
sessions-timer-runs = Wecker: { $end }. Er schneidet niemandem das Wort ab.
sessions-say-turn-over = Die Zeit für diese Person ist um. Komm in Ruhe zum Ende; niemandem wird das Wort abgeschnitten.
sessions-say-round-over = Die Zeit für diese Runde ist um. Wer spricht, darf in Ruhe zum Ende kommen; niemandem wird das Wort abgeschnitten.
sessions-host-needed = Dieses Treffen braucht für eine Weile eine andere Leitung. Wer kann: /host session edit ändert, wer leitet.
sessions-parting-hosting = { $count ->
    [one] Ein Treffen, das du leitest: Die anderen werden gefragt, ob sie es leiten. Es wird nicht abgesagt, und ein offener Raum bleibt offen.
   *[other] { $count } Treffen, die du leitest: Die anderen werden gefragt, ob sie sie leiten. Sie werden nicht abgesagt, und ein offener Raum bleibt offen.
}
sessions-parting-places = { $count ->
    [one] Ein Platz bei einem Treffen: Er wird frei und geht an die nächste Person, die wartet.
   *[other] { $count } Plätze bei Treffen: Sie werden frei und gehen an Menschen, die warten.
}
sessions-parting-drafts = { $count ->
    [one] Ein Treffen, das du noch geplant hast: Der Entwurf wird gelöscht.
   *[other] { $count } Treffen, die du noch geplant hast: Die Entwürfe werden gelöscht.
}
sessions-feature-on = **Gruppentreffen** stehen in { $channel }. /setup sessions
sessions-feature-off = **Gruppentreffen** haben noch keinen Kanal. /setup sessions wählt einen.
