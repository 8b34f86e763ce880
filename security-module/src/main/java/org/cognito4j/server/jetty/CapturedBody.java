package org.cognito4j.server.jetty;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;

/** A response body in memory. */
final class CapturedBody extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    @Override
    public void write(int b) {
        bytes.write(b);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Always refused: a request that is being authenticated is not asynchronous. */
    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("Not asynchronous");
    }
}
