package id.karier.rules;

/**
 * The confidence of a part of the body, where it differs from the document's.
 *
 * @param pointer JSON pointer into the document
 * @param note what is known, in a sentence
 */
public record FigureMark(String pointer, ConfidenceMark mark, String note) {}
