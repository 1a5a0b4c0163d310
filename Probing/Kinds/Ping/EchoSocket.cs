using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Probing;

/// <summary>The socket a ping goes through. It needs no privilege, only an operator who lets programs send pings.</summary>
internal static class EchoSocket
{
    /// <exception cref="SocketException">It is not allowed here, or there is no way to that address.</exception>
    public static Socket Open(IPAddress address)
    {
        var protocol = address.AddressFamily == AddressFamily.InterNetworkV6 ? ProtocolType.IcmpV6 : ProtocolType.Icmp;
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, protocol);
        try
        {
            socket.Connect(new IPEndPoint(address, 0));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether this error means that the machine does not let us ping anybody.</summary>
    public static bool IsRefusal(SocketError error) =>
        error is SocketError.AccessDenied or SocketError.ProtocolNotSupported or SocketError.SocketNotSupported or SocketError.OperationNotSupported;
}
