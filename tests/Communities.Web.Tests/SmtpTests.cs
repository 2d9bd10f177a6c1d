using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Communities.Web.Tests;

public sealed class SmtpTests
{
    [Fact]
    public async Task A_mail_server_whose_certificate_nobody_vouches_for_is_away()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talk = Talk(listener, TestContext.Current.CancellationToken);
        var options = new WebOptions { DataDirectory = "", BaseUrl = new Uri("http://127.0.0.1") };
        options.Mail.Host = "127.0.0.1";
        options.Mail.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        options.Mail.From = "site@example.org";
        using var smtp = new Smtp(options, TimeProvider.System);
        var (outcome, said) = await smtp.Send(
            new Letter("zoe@example.org", "Hello", "Hello", "<p>Hello"), TestContext.Current.CancellationToken);
        Assert.Equal(SmtpOutcome.Away, outcome);
        Assert.NotEqual("", said);
        Assert.True(await talk);
    }

    // True where the other side asked for TLS, and went when it saw the certificate.
    private static async Task<bool> Talk(TcpListener listener, CancellationToken ct)
    {
        using var client = await listener.AcceptTcpClientAsync(ct);
        await using var stream = client.GetStream();
        var heard = new byte[1_000];
        await stream.WriteAsync("220 here\r\n"u8.ToArray(), ct);
        while (await stream.ReadAsync(heard, ct) is > 0 and var count)
        {
            if (Encoding.ASCII.GetString(heard, 0, count).StartsWith("STARTTLS", StringComparison.Ordinal))
            {
                await stream.WriteAsync("220 go on\r\n"u8.ToArray(), ct);
                using var key = RSA.Create(2_048);
                using var certificate = new CertificateRequest(
                    "CN=elsewhere", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                    .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
                await using var secure = new SslStream(stream);
                try
                {
                    await secure.AuthenticateAsServerAsync(certificate);
                    return await secure.ReadAsync(heard, ct) == 0;
                }
                catch (Exception e) when (e is IOException or AuthenticationException)
                {
                    return true;
                }
            }

            await stream.WriteAsync("250-here\r\n250 STARTTLS\r\n"u8.ToArray(), ct);
        }

        return false;
    }
}
