package org.xapitck.kit.report.sample;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps for the test of the Allure writer; the wire of an execution is a thread's own matter. */
public final class SampleSteps {

  @Before
  public void before() {}

  @After
  public void after() {}

  @Given("a task")
  public void task() {}

  @Given("a label")
  public void label(String text) {
    assert !text.isEmpty();
  }

  @Then("it is {word}")
  public void is(String status) {
    if (status.equals("wrong")) {
      throw new AssertionError("adapter's message with secret");
    }
  }
}
