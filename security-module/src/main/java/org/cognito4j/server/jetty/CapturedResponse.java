package org.cognito4j.server.jetty;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A response that keeps its answer back until it is known whether it counts.
 *
 * <p>Jetty authenticates before its servlet layer has entered the request: whoever sends an error or writes a body then
 * gets an {@code IllegalStateException}. So headers go through, while status, error, redirect and body are held here and
 * {@linkplain Answer sent} by Jetty's own means afterwards.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

    private int status = SC_OK;
    private boolean finished;
    private boolean error;
    private @Nullable String message;
    private @Nullable String location;
    private CapturedBody body = new CapturedBody();
    private @Nullable PrintWriter writer;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The answer held so far. An untouched response is a refusal nobody worded: 401. */
    Answer answer() {
        if (writer != null) {
            writer.flush();
        }
        boolean untouched = !finished && status == SC_OK && body.isEmpty();
        return untouched
                ? new Answer(SC_UNAUTHORIZED, true, null, null, new byte[0])
                : new Answer(status, error, message, location, body.bytes());
    }

    @Override
    public void sendError(int sc) {
        sendError(sc, null);
    }

    @Override
    public void sendError(int sc, @Nullable String msg) {
        finish();
        status = sc;
        error = true;
        message = msg;
    }

    @Override
    public void sendRedirect(String to) {
        sendRedirect(to, SC_FOUND, true);
    }

    /** Overrides the method that Jakarta Servlet 6.1 adds and that its other redirects call. */
    public void sendRedirect(String to, int sc, boolean clearBuffer) {
        finish();
        status = sc;
        location = to;
    }

    private void finish() {
        resetBuffer();
        finished = true;
    }

    @Override
    public void setStatus(int sc) {
        if (!finished) {
            status = sc;
        }
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public boolean isCommitted() {
        return finished;
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
        status = SC_OK;
    }

    @Override
    public void resetBuffer() {
        if (finished) {
            throw new IllegalStateException("The answer is already given");
        }
        body = new CapturedBody();
        writer = null;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(body, false, Charset.forName(getCharacterEncoding()));
        }
        return writer;
    }

    /** Nothing to do: the length is known when the answer is sent. */
    @Override
    public void setContentLength(int length) {}

    /** Nothing to do: the length is known when the answer is sent. */
    @Override
    public void setContentLengthLong(long length) {}

    /** Nothing to do: the body is sent in one piece. */
    @Override
    public void flushBuffer() {}
}
