package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Scope;

/** What changes around matters: somebody comes into a post or leaves it, a group is founded, an organization ends. */
final class RandomSurroundings {
    private final Organizations organizations;
    private final Posts posts;
    private final Scope office;
    private final List<PersonId> people;
    private final List<OrganizationId> places;
    private final Random random;

    /** @param places all there are, to which new ones are added */
    RandomSurroundings(
            Organizations organizations, Posts posts, Made made, List<OrganizationId> places, Random random) {
        this.organizations = organizations;
        this.posts = posts;
        this.office = made.scope();
        this.people = made.people().values().stream().toList();
        this.places = places;
        this.random = random;
    }

    void change(LocalDate today) {
        switch (random.nextInt(4)) {
            case 0 -> posts.appoint(office, any(places), holder(), random.nextBoolean(), today, null);
            case 1 -> posts.relieve(office, any(places), holder(), today);
            case 2 -> found(today);
            default -> organizations.close(office, any(places), Because.on(today));
        }
    }

    private Posts.Holder holder() {
        return new Posts.Holder(any(List.of(Post.values())), any(people));
    }

    private void found(LocalDate today) {
        OrganizationState group = new OrganizationState(
                "组" + places.size(), null, OrganizationKind.GROUP, any(places.subList(1, 4)), 0, null);
        places.add(organizations.found(office, new Founding(null, group), Because.on(today)));
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
