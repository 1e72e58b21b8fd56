package dev.parley.load.client;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ServiceLoader;

/**
 * Is shown all that goes over the wire, for tests that hold it to what is documented: they put theirs on the class path, as a
 * service. What it is shown is for the moment of the call only.
 */
public interface Onlooker {

    /** A socket is about to be opened. */
    Ear socket();

    /** @param answer knows its request */
    void answered(HttpResponse<byte[]> answer);

    /** Looks on at one socket. */
    interface Ear {

        void sent(ByteBuffer frame);

        void received(ByteBuffer frame);
    }

    static Onlooker find() {
        return ServiceLoader.load(Onlooker.class).findFirst().orElse(NOBODY);
    }

    Onlooker NOBODY = new Onlooker() {

        private static final Ear DEAF = new Ear() {

            @Override
            public void sent(ByteBuffer frame) {}

            @Override
            public void received(ByteBuffer frame) {}
        };

        @Override
        public Ear socket() {
            return DEAF;
        }

        @Override
        public void answered(HttpResponse<byte[]> answer) {}
    };
}
