package dev.lambic.dialect;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Words that are listed with blanks and line breaks between them. They are taken apart when somebody asks for one: a start
 * with nothing to do looks at every dialect, and quotes next to nothing.
 */
final class WordList extends AbstractSet<String> {
  private final String list;
  private volatile @Nullable Set<String> words;

  WordList(String list) {
    this.list = list;
  }

  private Set<String> words() {
    Set<String> known = words;
    if (known == null) {
      Set<String> taken = new LinkedHashSet<>();
      for (StringTokenizer apart = new StringTokenizer(list); apart.hasMoreTokens(); ) {
        taken.add(apart.nextToken());
      }
      known = Collections.unmodifiableSet(taken);
      words = known;
    }
    return known;
  }

  @Override
  public boolean contains(Object word) {
    return words().contains(word);
  }

  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  @Override
  public int size() {
    return words().size();
  }
}
