package io.verigate.api;

import io.micronaut.web.router.Router;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The routes that a running service has, whoever made them.
final class RunningRoutes {
    private RunningRoutes() {}

    /// All of them, as method and path, such as `GET /v1/accounts/{id}`. HEAD comes with every GET.
    static SortedSet<String> of(TestService service) {
        return service.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
