/** Runs the demo: the local pool and the WAR on Jetty, in one process. No part of the WAR. */
package org.cognito4j.demo.launcher;
