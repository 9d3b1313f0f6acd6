/**
 * The register of agencies, their tree of units and their positions.
 *
 * <p>Words: an <i>agency</i> (instansi) is the tenant, named by its code; a <i>unit</i> (unit organisasi) stands in a
 * tree of any depth, its <i>placements</i> say where it stood since when, and a <i>move</i> is a placement by decree that
 * changes the tree on its day; a <i>position</i> (jabatan) belongs to a unit, has a level, a headcount (kebutuhan) and
 * <i>vacancies</i>, which are the headcount less those who hold it definitively today; the <i>head</i> of a unit holds its
 * leading position.
 *
 * <p>Tables: {@code agencies}, {@code units}, {@code unit_placements}, {@code unit_ancestors}, {@code positions}. Stands on
 * the ground; reads {@code employee_positions} and {@code employees} in SQL for vacancies and heads. Shows its neighbours
 * {@link id.karier.organisation.AgencyDirectory}, {@link id.karier.organisation.AgencyFounding}, {@link id.karier.organisation.UnitDirectory},
 * {@link id.karier.organisation.PositionDirectory}, {@link id.karier.organisation.OrganisationEvents}, and the lists of
 * {@link id.karier.organisation.reference}.
 */
@NullMarked
package id.karier.organisation;

import org.jspecify.annotations.NullMarked;
