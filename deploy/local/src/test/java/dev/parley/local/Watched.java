package dev.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.parley.contractcheck.WireWatch;
import dev.parley.load.client.Onlooker;

/** Fails the test in which a simulated client said or was told what is in no document. */
public final class Watched implements Onlooker, AfterEachCallback {

    private static final WireWatch WIRE = new WireWatch();

    @Override
    public Ear socket() {
        var watch = WIRE.socket();
        return new Ear() {

            @Override
            public void sent(ByteBuffer frame) {
                watch.sent(UTF_8.decode(frame).toString());
            }

            @Override
            public void received(ByteBuffer frame) {
                watch.received(UTF_8.decode(frame).toString());
            }
        };
    }

    @Override
    public void answered(HttpResponse<byte[]> answer) {
        WIRE.answered(answer);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        verify();
    }

    static void verify() {
        WIRE.verify();
    }
}
