namespace UptimeSquirrel.Tests.House;

public sealed class RoomsTests
{
    public static TheoryData<string> AllRooms => [.. Rooms.All];

    [Theory, MemberData(nameof(AllRooms))]
    public void A_room_knows_only_the_rooms_the_design_gives_it(string room) => Rooms.StrangersIn(room).ShouldBeEmpty();

    [Fact]
    public void The_rule_would_notice_a_stranger() => Rooms.StrangersIn("Tests", asIfItWere: "Client").ShouldBe(["Silo", "Client", "Faults"]);

    [Fact]
    public void Every_room_has_a_rule() => Rooms.WithoutARule().ShouldBeEmpty();
}
