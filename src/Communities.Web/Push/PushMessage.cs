using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Communities.Web;

/// <summary>A message that only the browser it is for can read (RFC 8291, coded as RFC 8188 has it).</summary>
internal static class PushMessage
{
    /// <summary>The longest text, in bytes of UTF-8: push services take 4,096 bytes in all.</summary>
    public const int TextMax = 3_800;

    private const int RecordSize = 4_096;
    private const int SaltBytes = 16;
    private const int TagBytes = 16;

    /// <summary>The body of the message for this device.</summary>
    /// <exception cref="CryptographicException">The device's key is no point of the curve.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> text, PushDevice device)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, TextMax);
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(text, device, ours, RandomNumberGenerator.GetBytes(SaltBytes));
    }

    /// <summary>The same with a key and a salt that must serve for one message only.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> text, PushDevice device, ECDiffieHellman ours, byte[] salt)
    {
        var theirs = Base64Url.DecodeFromChars(device.Key);
        var mine = PointOf(ours);
        using var other = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = theirs[1..33], Y = theirs[33..] },
        });
        var shared = ours.DeriveRawSecretAgreement(other.PublicKey);
        var input = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, shared, 32, Base64Url.DecodeFromChars(device.Secret),
            [.. "WebPush: info\0"u8, .. theirs, .. mine]);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, input, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, input, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));

        // Salt, record size, our public key; then the only record, which says by a 2 that it is the last.
        var header = SaltBytes + sizeof(int) + 1 + mine.Length;
        var body = new byte[header + text.Length + 1 + TagBytes];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltBytes), RecordSize);
        body[SaltBytes + sizeof(int)] = (byte)mine.Length;
        mine.CopyTo(body, SaltBytes + sizeof(int) + 1);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            nonce, [.. text, 2], body.AsSpan(header, text.Length + 1), body.AsSpan(header + text.Length + 1));
        return body;
    }

    /// <summary>The public key as one point, uncompressed.</summary>
    internal static byte[] PointOf(ECDiffieHellman key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
