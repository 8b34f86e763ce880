package org.cognito4j.localpool.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Fresh RSA key pairs of 2048 bits, each handed out once. Making one takes a processor a good part of a second at worst, so
 * the next ones are made in the background: only the first pool of a process waits for its keys.
 */
final class KeyPairStock {
    private static final int BITS = 2048;
    /** Enough for two more pools. */
    private static final int IN_STOCK = 4;

    private static final int MAKERS = 2;

    private static final KeyPairStock OF_THIS_PROCESS = new KeyPairStock();

    private final BlockingQueue<KeyPair> stock = new LinkedBlockingQueue<>();
    private final ExecutorService makers = Executors.newFixedThreadPool(MAKERS, KeyPairStock::maker);

    private KeyPairStock() {
        for (int i = 0; i < IN_STOCK; i++) {
            makers.execute(this::make);
        }
    }

    private static Thread maker(Runnable work) {
        Thread thread = new Thread(work, "local-pool-keys");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to make the first ones, for somebody who will need them soon. */
    static void prepare() {
        // the first mention of the class has done it
    }

    static KeyPair take() {
        return OF_THIS_PROCESS.takeAndReplace();
    }

    private KeyPair takeAndReplace() {
        makers.execute(this::make);
        try {
            return stock.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a key pair", e);
        }
    }

    private void make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            stock.add(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has RSA", e);
        }
    }
}
