package dev.parley.load.wire;

/** The text of a message. It prints as its length only: bodies do not belong into logs and reports. */
public record Content(String text) {

    /** 64 bits that tell texts apart, for histories that need not keep every text they saw. */
    public long fingerprint() {
        var hash = 0xCBF29CE484222325L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
