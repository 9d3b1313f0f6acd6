package id.karier.rules.terms;

/** Group of jobs by which the professionalism index weighs competence (PermenPANRB 38/2018). */
public enum JobGroup {
    JPT,
    ADMINISTRATOR,
    PENGAWAS,
    JF,
    PELAKSANA
}
