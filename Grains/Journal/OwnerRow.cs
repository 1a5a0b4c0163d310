using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Journal;

/// <summary>How an owner is reached now, for the book that every silo keeps.</summary>
/// <param name="Id">Which owner.</param>
/// <param name="Contacts">How to reach them.</param>
/// <param name="Version">Grows with every change of the contacts: the higher one wins.</param>
public sealed record OwnerRow(OwnerId Id, OwnerContacts Contacts, long Version);
