package io.verigate.api.common.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param items in order
/// @param next `cursor` of the next page; null on the last page
public record ListPage<T>(List<T> items, @Nullable String next) {
    public ListPage {
        items = List.copyOf(items);
    }

    /// Returns a complete list as one page.
    public static <T> ListPage<T> whole(List<T> items) {
        return new ListPage<>(items, null);
    }

    /// Returns a page of results that were fetched with the caller's limit plus one.
    ///
    /// @param limit the caller's limit
    /// @param id sort key of an item
    public static <S, T> ListPage<T> page(
            List<S> found, int limit, Function<S, String> id, Function<S, T> item) {
        boolean more = found.size() > limit;
        List<S> shown = more ? found.subList(0, limit) : found;
        return new ListPage<>(
                shown.stream().map(item).toList(),
                more ? Cursor.after(id.apply(shown.getLast())) : null);
    }
}
