# Sharing without a name: what a person reads when a share cannot go out as it is.
sharing-empty = There are no words in it yet, so nothing was posted. You can write as little as you like.
sharing-too-long = That is { $over ->
    [one] one character
   *[other] { $over } characters
} more than fit: { $limit } do. Nothing was posted, and your words are kept. You can shorten them, or share them in two parts.
sharing-not-a-delay = A share can wait from { $least } to { $most } minutes. Nothing was posted, and your words are kept.
