package org.cognito4j.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders, in memory, the latest few of them. */
@ApplicationScoped
class Orders {

    private static final int KEPT = 100;

    private final AtomicInteger lastNumber = new AtomicInteger();
    private final List<Order> orders = new CopyOnWriteArrayList<>();

    /** An order and the app client that placed it. */
    record Order(int number, String article, String placedBy) {}

    Orders() {
        place("espresso beans", "opening stock");
    }

    List<Order> all() {
        return List.copyOf(orders);
    }

    Order place(String article, String client) {
        Order order = new Order(lastNumber.incrementAndGet(), article, client);
        orders.add(order);
        if (orders.size() > KEPT) {
            orders.remove(0);
        }
        return order;
    }
}
