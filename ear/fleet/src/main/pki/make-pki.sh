#!/bin/sh
# Makes the demo's certificates: two authorities, and the payment gateway's certificate by each.
# They protect nothing. They are checked in, keys and all, so that a demonstration needs no tool to make them; valid from
# 2016 and 2026 until after 2100, so that no clock spoils it.
set -eu
cd "$(dirname "$0")/../resources/pki"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gateway=gateway.payment.example
secret=demonstration
store="-storetype PKCS12 -storepass $secret"
key='-keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA'
for authority in old new; do
    case $authority in
        old) name='Payment Gateway Root 2016' from='2016/01/01 00:00:00' days=36500 ;;
        new) name='Payment Gateway Root 2026' from='2026/01/01 00:00:00' days=36500 ;;
    esac
    ca=$work/ca-$authority.p12
    keytool -genkeypair $store -keystore "$ca" -alias ca $key -dname "O=Example Payments, CN=$name" \
        -startdate "$from" -validity $days -ext bc:critical=ca:true -ext ku:critical=keyCertSign,cRLSign
    keytool -exportcert $store -keystore "$ca" -alias ca -rfc | tr -d "\r" > "payment-ca-$authority.pem"
    rm -f "gateway-$authority.p12"
    keytool -genkeypair $store -keystore "gateway-$authority.p12" -alias gateway $key \
        -dname "O=Example Payments, CN=$gateway" -startdate "$from" -validity $days
    keytool -certreq $store -keystore "gateway-$authority.p12" -alias gateway |
        keytool -gencert $store -keystore "$ca" -alias ca -startdate "$from" -validity $days -sigalg SHA256withECDSA \
            -ext "san=dns:$gateway" -ext eku=serverAuth -ext ku:critical=digitalSignature -rfc > "$work/gateway.pem"
    keytool -importcert $store -keystore "gateway-$authority.p12" -alias ca -file "payment-ca-$authority.pem" -noprompt
    keytool -importcert $store -keystore "gateway-$authority.p12" -alias gateway -file "$work/gateway.pem"
    keytool -delete $store -keystore "gateway-$authority.p12" -alias ca
done
