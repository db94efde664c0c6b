# What a person reads when something could not be done. Every one says that nothing was lost.
refusal-title = That did not work
refusal-general = That cannot be done right now. Nothing was lost and nothing was posted.
refusal-not-your-right = This button is for staff of this community, and you do not have that role right now. Nothing was changed. If that is a mistake, ask an admin.
refusal-old-button = This button belongs to something that has ended, or to an earlier version of me. Nothing is broken and nothing was lost. Type /home and you will find everything there.
refusal-not-served = The person who runs me has not opened me for this community, so I keep and change nothing here. If you need somebody now, write /helpnow to me in a direct message, or call your local emergency number.
refusal-storage-down = I could not save that just now. Nothing was posted. Please try again in a minute. Help still works: /helpnow. If it goes on, show an admin this number: { $id }
refusal-forbidden = Discord did not let me do that. A permission of mine is missing here. Nothing was lost. An admin can see which one with /setup doctor. Number for the log: { $id }
refusal-discord-down = Discord did not answer. Nothing was lost. Please try again in a minute. Number for the log: { $id }
refusal-bug = Something in me went wrong, and it is not your fault. Nothing was posted. Please try again. If it goes on, show an admin this number: { $id }
refusal-no-such-country = I did not recognise that country, or I have no numbers for it. You can try its English name. In an emergency, your local emergency number works everywhere near you; 112 works across the EU and on many mobile networks.
refusal-no-such-case = There is no case with that number here. Cases go some time after they end.
refusal-case-taken = { $owner } has this one already. If they need company, write to them.
refusal-case-over = This case has already ended. Nothing was changed.
refusal-not-staff = A case can only be given to somebody of the staff who may take cases here. Nothing was changed.
refusal-too-many-shifts = This community keeps as many hours of duty as I can hold. Remove some that are over first. Nothing was changed.
refusal-not-hours = I could not read that time or zone. A time looks like 18:00, a zone like Europe/London or America/New_York. Nothing was changed; please try once more.
refusal-too-often = You told staff of three people today, and I take no more until tomorrow. If somebody is in danger now, call the emergency number, or write to staff yourself. Nothing was lost.
