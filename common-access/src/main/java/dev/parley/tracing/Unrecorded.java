package dev.parley.tracing;

/** Nothing is followed, and nothing is kept. */
final class Unrecorded implements Span {

    @Override
    public boolean isRecorded() {
        return false;
    }

    @Override
    public String traceparent() {
        return "";
    }

    @Override
    public Span child(String name, Kind kind) {
        return this;
    }

    @Override
    public Span with(String attribute, String value) {
        return this;
    }

    @Override
    public Span joined(Span other) {
        return this;
    }

    @Override
    public void failed(String reason) {
        // Nobody looks.
    }

    @Override
    public void end() {
        // It never began.
    }
}
