# Counts how often the server answered what the visitor had sent.
/SYN|bytes/ {
    side = / > you/ ? "server" : "you"
    if (side == "server" && last == "you") trips++
    last = side
}
END { print trips, "round trips" }
