# The house itself: notices to staff that belong to no feature.
house-gap-title = I was away for a while
house-gap-body = From { $start } to { $end } nobody was listening: this machine or its line to Discord was down.
house-gap-read = I have now read what was written in the last half hour of that time. Anything older I have not seen. The pinned numbers stayed readable all along.
house-doctor-copy = The last copy of the database was made { $when }.
house-doctor-old-copy = The last copy of the database was made { $when }; there is one each night when all is well. Mend: tell the operator; the log says why, often a full disk.
house-doctor-no-copy = There is no copy of the database yet; I make one each night. Mend: if it stays so until tomorrow, tell the operator.
