package org.xapitck.kit.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:0/, has the port 0",
    "http://h:00/, has the port 00",
    "http://h:65536/, has the port 65536",
    "http://h:99999999999/, has the port 99999999999",
    "https://[::1]:0/, has the port 0",
    "http://h:/, has an empty port",
    "'http://h/?q=1', has a query",
    "'http://h?', has a query",
    "'http://h/#frag', has a fragment",
    "'http://h/#', has a fragment",
    "http:///, has no host that can be read",
    "http:/h, has no host that can be read",
    "http:h, has no host that can be read",
    "http://a b/, is no URL",
    "http://h:port/, has no host that can be read",
    "ftp://h/, is no http or https URL",
    "h, is no http or https URL",
    "'', is no http or https URL",
  })
  void whatIsNoUrlOfAServerIsRefusedInOneSentence(String text, String why) {
    assertThatThrownBy(() -> ServerUrl.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            text
                + " "
                + why
                + "; allowed is http or https, a host, a port from 1 to 65535 and a path, such as"
                + " https://host/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://u:planted@h/",
        "http://u:pla/nted@h/",
        "http://planted@h:0/#x",
        "http://u:%planted@h"
      })
  void aPasswordInTheUrlIsNotRepeated(String text) {
    assertThatThrownBy(() -> ServerUrl.of(text))
        .hasMessageContaining("http://...@h")
        .hasMessageNotContaining("nted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h",
        "https://h:1/",
        "http://h:65535/xen",
        "http://h:080/",
        "http://[::1]:80/a%20b/"
      })
  void aRightUrlStaysAsItWasWritten(String text) {
    assertThat(ServerUrl.of(text)).hasToString(text);
  }

  @Test
  void theSchemeMayBeInCapitals() {
    assertThat(ServerUrl.of("HTTPS://h/").isSecure()).isTrue();
    assertThat(ServerUrl.of("HTTP://h/").isSecure()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', /, /jsonrpc",
    "/, /, /jsonrpc",
    "/jsonrpc, /, /jsonrpc",
    "/jsonrpc/, /, /jsonrpc",
    "/xen, /xen/, /xen/jsonrpc",
    "/xen/, /xen/, /xen/jsonrpc",
    "/xen/jsonrpc, /xen/, /xen/jsonrpc",
    "/my-jsonrpc, /my-jsonrpc/, /my-jsonrpc/jsonrpc",
    "/a%2Fb, /a%2Fb/, /a%2Fb/jsonrpc",
  })
  void thePathIsTheBaseOfAllWires(String path, String xml, String json) {
    ServerUrl url = ServerUrl.of("https://h:444" + path);
    assertThat(url.base()).hasToString("https://h:444" + xml);
    assertThat(url.jsonRpc()).hasToString("https://h:444" + json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/a?b", "/a#b", "/a b", "http://other/"})
  void aPathIsNothingElse(String path) {
    assertThat(ServerUrl.isPath(path)).isFalse();
    assertThatThrownBy(() -> ServerUrl.of("http://h/").at(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPathNeverNamesAnotherHost() {
    assertThat(ServerUrl.of("http://h/").at("//other/").getHost()).isEqualTo("h");
    assertThat(ServerUrl.of("http://h/").at("/@other/").getHost()).isEqualTo("h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost",
        "127.0.0.1",
        "127.255.0.9",
        "[::1]",
        "[0:0:0:0:0:0:0:1]"
      })
  void thisMachineIsLoopback(String host) {
    assertThat(ServerUrl.of("http://" + host + ":80/").isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "127.0.0.1.example",
        "localhost.example",
        "my-localhost",
        "[::2]",
        "[2001:db8::1]",
        "0.0.0.0"
      })
  void everyOtherHostIsNot(String host) {
    assertThat(ServerUrl.of("http://" + host + "/").isLoopback()).isFalse();
  }

  @Test
  void anotherHostKeepsSchemePortAndPath() {
    ServerUrl url = ServerUrl.of("https://member:444/xen");
    assertThat(url.onHost("master")).hasToString("https://master:444/xen");
    assertThat(url.onHost("::2")).hasToString("https://[::2]:444/xen");
    assertThatThrownBy(() -> url.onHost("h:80")).isInstanceOf(IllegalArgumentException.class);
  }
}
