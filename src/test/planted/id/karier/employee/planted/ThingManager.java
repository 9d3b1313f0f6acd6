package id.karier.employee.planted;

/** Manages things. */
public class ThingManager {}
