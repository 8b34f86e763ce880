/** The demo: an orders API whose callers are Cognito app clients. Nothing in it knows Cognito but {@code /whoami}. */
package org.cognito4j.demo;
