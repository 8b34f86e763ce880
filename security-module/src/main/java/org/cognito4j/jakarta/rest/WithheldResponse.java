package org.cognito4j.jakarta.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A response that shows its caller nothing until a condition holds: what is written before is lost, and nothing is committed. */
final class WithheldResponse extends HttpServletResponseWrapper {

    private final BooleanSupplier isReleased;
    private @Nullable PrintWriter writer;

    WithheldResponse(HttpServletResponse response, BooleanSupplier isReleased) {
        super(response);
        this.isReleased = isReleased;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new WithheldStream(super.getOutputStream());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(
                    new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())), false);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (isReleased.getAsBoolean()) {
            super.flushBuffer();
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (isReleased.getAsBoolean()) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (isReleased.getAsBoolean()) {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (isReleased.getAsBoolean()) {
            super.sendRedirect(location);
        }
    }

    /** Writes what a filter's caller has left in the writer. */
    void finish() {
        if (writer != null) {
            writer.flush();
        }
    }

    private final class WithheldStream extends ServletOutputStream {

        private final ServletOutputStream stream;

        WithheldStream(ServletOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int octet) throws IOException {
            if (isReleased.getAsBoolean()) {
                stream.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            if (isReleased.getAsBoolean()) {
                stream.write(octets, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (isReleased.getAsBoolean()) {
                stream.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (isReleased.getAsBoolean()) {
                stream.close();
            }
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            stream.setWriteListener(listener);
        }
    }
}
