package io.verigate.api.common.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items in their order
/// @param next what to give as `cursor` for the page after; null when there is none
public record ListPage<T>(List<T> items, @Nullable String next) {
    public ListPage {
        items = List.copyOf(items);
    }

    /// A whole list.
    public static <T> ListPage<T> whole(List<T> items) {
        return new ListPage<>(items, null);
    }

    /// A page of what was found with a limit one above that of the caller.
    ///
    /// @param limit of the caller
    /// @param id what the list is sorted by
    public static <S, T> ListPage<T> page(
            List<S> found, int limit, Function<S, String> id, Function<S, T> item) {
        boolean more = found.size() > limit;
        List<S> shown = more ? found.subList(0, limit) : found;
        return new ListPage<>(
                shown.stream().map(item).toList(),
                more ? Cursor.behind(id.apply(shown.getLast())) : null);
    }
}
