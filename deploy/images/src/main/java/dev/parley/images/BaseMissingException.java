package dev.parley.images;

/** The base can't be had. Its message says what to do about it. */
final class BaseMissingException extends Exception {

    private static final long serialVersionUID = 1L;

    BaseMissingException(String name, Exception failure) {
        super("the base image " + name + " can't be had (" + innermost(failure)
                + "): give it as a file, written by `docker save` where it can be had, with"
                + " -Dparley.images.base=tar:///path/of/base.tar", failure);
    }

    private static String innermost(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure.getClass().getSimpleName() + ": " + failure.getMessage() : innermost(cause);
    }
}
