/**
 * The national system's shapes, read into the registers' words: one place that knows every naming trap of SIASN
 * ({@code siasn/README}), so that nobody else has to.
 *
 * <p>Words: a <i>payload</i> is what an endpoint of SIASN answers, or a row of its "profil pegawai" file; a
 * <i>dossier</i> is what payloads say of one person, in our words; an <i>issue</i> is a place that cannot be read. The
 * code lists are data: {@code src/main/resources/siasn/words.json}. Nothing here touches the database or the network.
 *
 * <p>Stands on the registers' enums and the calculators. {@code integration.bulk} loads what is read here.
 */
@NullMarked
package id.karier.integration.siasn;

import org.jspecify.annotations.NullMarked;
