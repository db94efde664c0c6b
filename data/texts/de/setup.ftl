# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Was Admins lesen.
setup-command = Diese Community einrichten und sehen, was fehlt
setup-command-wizard = Fünf kurze Fragen; du kannst gehen und wiederkommen
setup-command-doctor = Was fehlt, warum es wichtig ist und was hilft
setup-step-title = { $step } von { $steps } · { $name }
setup-step-1 = Wo das Team es erfährt
setup-step-1-body = Klingt eine Nachricht nach ernster Gefahr, erscheint in diesem Kanal eine Karte. Wähle einen, den nur das Team sehen kann.
setup-step-2 = Wer Fälle übernehmen darf
setup-step-2-body = Wer diese Rolle hat, kann Fälle öffnen und sich kümmern. Die Rolle wird angepingt, wenn jemand vielleicht einen Menschen braucht. Sieht sie den Kanal des Teams noch nicht, lasse ich sie hinein.
setup-step-3 = Wer Treffen leitet
setup-step-3-body = Wer diese Rolle hat, kann Gruppentreffen planen und leiten.
setup-step-4 = Euer Land, eure Sprache und eure Uhr
setup-step-4-body = Wer kein Land gewählt hat, sieht die Nummern von diesem. Alle können ihr eigenes wählen. Die Sprache gilt für Karten, die alle sehen; was sich für eine Person allein öffnet, spricht die Sprache ihres Discord oder die, die sie in /me gewählt hat. Nach der Uhr gelten Stunden von allen, die keine Zeitzone gewählt haben, und nach ihr schreibe ich dem Team.
setup-language-now = Sprache der Karten für alle: { $language }
setup-zone-now = Uhr dieser Community: { $zone }
setup-type-zone = Zeitzone eintippen
setup-zone-title = Eure Zeitzone
setup-zone-hint = Berlin, Zürich, Europe/Vienna
setup-pick-language = Diese Sprache wählen
setup-step-5 = Home-Karte und Nummern
setup-step-5-body = Ich poste dort drei Karten: die Nummern, angeheftet, damit sie auch lesbar sind, wenn ich weg bin; die Willkommenskarte mit den Leitlinien; und die Home-Karte. Wähle einen Kanal, den alle sehen können.
setup-pick-staff = Kanal für das Team wählen
setup-pick-moderators = Rolle der Moderation wählen
setup-pick-facilitators = Rolle der Gruppenleitung wählen
setup-pick-panel = Kanal für die Karten wählen
setup-type-country = Land eintippen
setup-country-title = Euer Land
setup-now = Jetzt: { $value }
setup-next = Weiter
setup-skip = Erst einmal auslassen
setup-keep = So lassen
setup-back = Zurück
setup-resume = Jede Antwort ist sofort gespeichert. Du kannst das schließen und später mit /setup wizard weitermachen.
setup-done-title = Eure Community ist bereit
setup-done-body = Die Karten und die Nummern sind in { $channel }.
setup-done-next = /setup doctor zeigt, ob etwas fehlt. Probier es mit jemandem aus, bevor ihr Menschen einladet: Schreib etwas in einen Kanal, und sieh, was das Team sieht.
setup-pinned-title = Hilfe jetzt
setup-pinned-small = Diese Karte braucht keinen Bot: Sie bleibt lesbar, wenn ich weg bin. /helpnow hat andere Länder.
setup-trouble-title = Etwas konnte nicht gepostet werden
setup-trouble-body = Zeile { $number } meiner Liste konnte nicht gepostet werden.
setup-trouble-unknown = Ich kann nicht herausfinden, ob Zeile { $number } meiner Liste gepostet wurde. Ich habe sie nicht noch einmal gepostet.
setup-trouble-mend = /setup doctor zeigt, welche Berechtigung oder welcher Kanal fehlt.
setup-why-forbidden = Ich darf in diesem Kanal nicht posten.
setup-why-gone = Den Kanal gibt es nicht mehr.
setup-why-unauthorized = Discord hat mich nicht angenommen.
setup-why-refused = Discord hat die Nachricht abgelehnt. Das ist ein Fehler von mir; bitte sag es der Person, die mich betreibt.
setup-why-no-staff-channel = Es ist kein Kanal für das Team gewählt.
setup-why-late = Es war zu spät, um noch zu nützen.
setup-why-could-not-look = Der Verlauf des Kanals war nicht zu lesen.
setup-why-not-drawn = Eine Karte ließ sich nicht zeichnen. Das ist ein Fehler von mir; bitte sag es der Person, die mich betreibt.
setup-why-nobody-draws = Es gehört zu einem Teil, den es nicht mehr gibt.
setup-why-unopenable = Was aufbewahrt ist, lässt sich mit dem jetzigen Schlüssel nicht öffnen.
setup-doctor-title = Untersuchung
setup-doctor-good = Alles, was ich prüfen kann, ist in Ordnung.
setup-doctor-bad = { $count ->
    [1] Eine Sache ist anzusehen:
   *[other] { $count } Dinge sind anzusehen:
}
setup-doctor-staff = Das Team erfährt es in { $channel }.
setup-doctor-no-staff = Kein Kanal für das Team: Mitglieder bekommen ihre Nummern, aber niemand erfährt es. Abhilfe: /setup wizard, Schritt 1.
setup-doctor-staff-gone = Den Kanal für das Team gibt es nicht mehr, oder ich kann ihn nicht sehen: Niemand erfährt es. Abhilfe: /setup wizard, Schritt 1, oder lass mich ihn sehen.
setup-doctor-staff-open = Alle können den Kanal des Teams sehen. Namen von Menschen in Gefahr stünden öffentlich da. Abhilfe: Nimm @everyone dort „Kanal ansehen“ weg.
setup-doctor-home = Die Home-Karte gehört in { $channel }.
setup-doctor-no-home = Noch keine Home-Karte. Abhilfe: /setup wizard, Schritt 5.
setup-doctor-home-gone = Den Kanal der Home-Karte gibt es nicht mehr. Abhilfe: /setup wizard, Schritt 5.
setup-doctor-moderator = { $role } darf Fälle übernehmen.
setup-doctor-no-moderator = Keine Rolle für die Moderation: Nur Admins können Fälle übernehmen, und niemand wird angepingt. Abhilfe: /setup wizard, Schritt 2.
setup-doctor-moderator-gone = Die Rolle der Moderation wurde gelöscht. Abhilfe: /setup wizard, Schritt 2.
setup-doctor-facilitator = { $role } darf Treffen leiten.
setup-doctor-no-facilitator = Noch keine Rolle für die Gruppenleitung. Abhilfe: /setup wizard, Schritt 3.
setup-doctor-facilitator-gone = Die Rolle der Gruppenleitung wurde gelöscht. Abhilfe: /setup wizard, Schritt 3.
setup-doctor-country = Ein Land ist gewählt.
setup-doctor-zone = Die Uhr dieser Community ist { $zone }. Nach ihr lese ich Stunden von allen, die keine Zone gewählt haben. Ändern kannst du sie in /setup wizard, Schritt 4.
setup-doctor-no-country = Kein Land: Mitglieder sehen keine Nummern, bis sie eins wählen. Abhilfe: /setup wizard, Schritt 4.
setup-doctor-lacking = In { $channel } fehlt mir: { $permissions }. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle.
setup-doctor-permissions = Ich habe, was ich brauche, in jedem Kanal, den ich sehen kann.
setup-doctor-hidden = { $count ->
    [1] Ein Kanal ist vor mir verborgen; dort lese ich nichts.
   *[other] { $count } Kanäle sind vor mir verborgen; dort lese ich nichts.
}
setup-doctor-lines = Die Nummern sind bis { $day } neu zu prüfen; { $stale } davon stützen sich auf Belege, die älter als ein Jahr sind.
setup-doctor-lines-overdue = Die Nummern waren bis { $day } neu zu prüfen. Abhilfe: Installier die neueste Version von Hearth, und sieh die Anlaufstellen eures Landes auf ihren eigenen Seiten nach.
setup-doctor-key = Der Schlüssel kommt aus den Einstellungen.
setup-doctor-key-made = Der Schlüssel liegt neben der Datenbank, in HEARTH_HOME/key. Abhilfe: Bewahr eine Kopie woanders auf; ohne ihn ist nichts Versiegeltes zu lesen.
setup-doctor-database = Die Datenbank ist gerade nicht zu lesen. Die Nummern gehen weiter. Abhilfe: Sag es der Person, die mich betreibt.
setup-doctor-delivered = Alles, was in den letzten 7 Tagen fällig war, wurde gepostet.
setup-doctor-own-lines-stale = { $count ->
    [1] Eine eurer Anlaufstellen wurde vor mehr als einem Jahr geprüft.
   *[other] { $count } eurer Anlaufstellen wurden vor mehr als einem Jahr geprüft.
} Abhilfe: Sieh jede auf ihrer eigenen Seite nach, dann /setup helplines.
setup-doctor-lines-emptied = Für euer Land ruht jede Anlaufstelle bei: { $kinds }. Mitglieder bekommen dort die Notrufnummer und internationale Verzeichnisse. Abhilfe: Hol mit /setup helplines eine zurück, oder trag eine ein.
setup-doctor-undelivered = { $count ->
    [1] Ein Beitrag der letzten 7 Tage konnte nicht gepostet werden.
   *[other] { $count } Beiträge der letzten 7 Tage konnten nicht gepostet werden.
} Abhilfe: Sieh die Berechtigungen oben an; die Gründe stehen im Kanal des Teams.
setup-doctor-not-read = Ich lese nicht: Kanäle, die vor mir verborgen sind, Gesprochenes, Bilder, Direktnachrichten der Mitglieder untereinander und was andere Bots zeigen.
setup-permission-view-channel = Kanal ansehen
setup-permission-send-messages = Nachrichten senden
setup-permission-read-message-history = Nachrichtenverlauf anzeigen (ohne das sehe ich nicht, ob etwas schon gepostet wurde)
setup-permission-embed-links = Links einbetten
setup-permission-manage-messages = Nachrichten verwalten (um die Nummern anzuheften)
setup-offer = Leg das für mich an
setup-would-title = Bevor ich es tue
setup-would-make-1 = Ich würde den Kanal { $what } anlegen. Nur eure Moderation, Admins und ich könnten ihn sehen.
setup-would-make-2 = Ich würde die Rolle { $what } anlegen. Niemand hat sie, bis du sie vergibst.
setup-would-make-3 = Ich würde die Rolle { $what } anlegen. Niemand hat sie, bis du sie vergibst.
setup-would-make-5 = Ich würde den Kanal { $what } anlegen und die drei Karten dort posten. Alle könnten ihn sehen, und nur ich könnte darin schreiben.
setup-would-use = { $what } gibt es hier schon. Ich würde es nehmen, wie es ist.
setup-would-only = Sonst würde sich in eurer Community nichts ändern.
setup-make = Ja, mach das
setup-name-staff-channel = team
setup-name-moderator-role = Moderation
setup-name-facilitator-role = Gruppenleitung
setup-name-home-channel = willkommen
setup-doctor-blind = { $role } sieht { $commands } nicht: Discord zeigt sie nur mit „Mitglieder im Timeout“ (/cases, /care, die Menüs) oder „Events verwalten“ (/host). Abhilfe: Gib der Rolle diese Berechtigung, oder öffne ihr die Befehle unter Servereinstellungen → Integrationen.
setup-doctor-opened = Jemand hat { $commands } unter Servereinstellungen → Integrationen für { $role } geöffnet. Menschen außerhalb eures Teams weise ich weiter ab, aber sie sehen, dass es die Befehle gibt. Abhilfe: Nimm die Rolle dort heraus.
setup-doctor-doors-unknown = Discord hat mir nicht gesagt, wer die Befehle des Teams sieht. Abhilfe: Versuch es in einer Minute noch einmal.
setup-digest-title = Eure Woche
setup-digest-thanks = Danke, dass ihr diese Woche für Menschen da wart. Das weiß ich davon, ohne Namen.
setup-digest-quiet = Diese Woche brauchte kein Fall jemanden.
setup-digest-mend = Anzusehen, wenn Zeit ist:
setup-digest-more = { $count ->
    [1] Noch etwas steht unter /setup doctor.
   *[other] Noch { $count } Dinge stehen unter /setup doctor.
}
setup-digest-well = Alles, was ich prüfen kann, ist in Ordnung.
setup-digest-small = Einmal in der Woche, für das Team. Ausruhen gehört dazu.
setup-command-features = Was eingeschaltet ist, und wo du es jeweils festlegst
setup-command-people = Wer Fälle übernehmen und Treffen leiten darf
setup-features-title = Was eingeschaltet ist
setup-features-small = Niemand verliert etwas, wenn etwas ausgeschaltet wird.
setup-people-title = Menschen dieser Community
setup-people-admins = Wer „Server verwalten“ hat, entscheidet hier und darf alles, was das Team darf.
setup-people-moderator = Fälle: { $role }.
setup-people-no-moderator = Fälle: noch keine Rolle; nur Admins übernehmen sie, und niemand wird gerufen.
setup-people-facilitator = Treffen: { $role }.
setup-people-no-facilitator = Treffen: noch keine Rolle; nur Team und Admins leiten sie.
setup-people-duty = Wer davon wann Dienst hat: /setup rota. Wer welchen Befehl sieht: /setup doctor.
setup-people-contact = So erreichen Mitglieder die Person, die mich betreibt: { $contact }
setup-people-no-contact = Mitglieder haben keinen Weg zu der Person, die mich betreibt. Abhilfe: HEARTH_CONTACT in den Einstellungen.
setup-people-small = Eine neue Wahl gilt sofort, auch für Karten, die schon stehen.
