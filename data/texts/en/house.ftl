# The house itself: notices to staff that belong to no feature.
house-gap-title = I was away for a while
house-gap-body = From { $start } to { $end } nobody was listening: this machine or its line to Discord was down.
house-gap-read = I have now read what was written in the last half hour of that time. Anything older I have not seen. The pinned numbers stayed readable all along.
