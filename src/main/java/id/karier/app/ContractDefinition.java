package id.karier.app;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The head of the contract: what the API is, who answers for it, and its chapters. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Karier",
                        version = "1.0.0",
                        description = ContractDefinition.DESCRIPTION,
                        contact = @Contact(name = "Karier", url = "https://karier.example.id"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "Server yang menyajikan kontrak ini"),
        tags = {@Tag(name = ContractDefinition.ABOUT, description = "Halaman yang menjelaskan layanan ini.")})
public class ContractDefinition extends Application {
    static final String ABOUT = "Tentang";

    static final String DESCRIPTION = """
            Layanan karier aparatur sipil negara (ASN) untuk pemerintah daerah.
            """;
}
