package org.yijitong.organization.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Scope;

/** What the published description of the interface says beside its routes (OpenAPI 3.1). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";

    /** Who acts and where is found by the product, not sent. */
    @Bean
    OpenAPI apiDescribed() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class, CurrentUser.class, Page.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Yijitong 一记通")
                        .version("v1")
                        .description("Units, organizations, people and rosters. Faults come as application/problem+json"
                                + " (RFC 9457). What is absent and what is out of reach both answer 404."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OpenApiCustomizer everyPostNeedsItsKey() {
        return api -> api.getPaths().values().stream()
                .filter(path -> path.getPost() != null)
                .forEach(path -> path.getPost()
                        .addParametersItem(new HeaderParameter()
                                .name(Posting.KEY)
                                .required(true)
                                .description("Names the request, so that sending it again repeats nothing")
                                .schema(new StringSchema().minLength(1).maxLength(100))));
    }
}
