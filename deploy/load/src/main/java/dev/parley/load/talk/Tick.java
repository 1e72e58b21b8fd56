package dev.parley.load.talk;

/** How far a message of one's own has come. */
enum Tick {
    WAITING("…"),
    SENT("✓"),
    DELIVERED("✓✓"),
    READ("✓✓ read"),
    REFUSED("✗");

    private final String sign;

    Tick(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}
