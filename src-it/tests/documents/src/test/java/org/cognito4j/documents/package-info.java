/** Holds the documents to what they say: links that lead somewhere, examples that compile, settings that are accepted. */
package org.cognito4j.documents;
