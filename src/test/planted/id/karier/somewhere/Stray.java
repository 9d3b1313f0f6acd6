package id.karier.somewhere;

/** A package that nobody put on a floor. */
public class Stray {}
