package id.karier.employee.planted;

import jakarta.inject.Inject;

/** Cannot be made without a container. */
public class FieldInjection {
    @Inject
    MaybeField dependency;
}
