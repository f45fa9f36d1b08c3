Feature: requests over HTTP
  What stands in the head of a request, whatever is in its body.

  Rule: Legal headers of a request do no harm

    @http.request.charset
    Scenario: a media type with a charset
      Given a task of mine
      When I read its status in the form a media type with a charset
      Then the form is read
      And the answer is of type enum task_status_type

    @http.request.headers
    Scenario: headers of browsers
      Given a task of mine
      When I read its status in the form headers of browsers
      Then the form is read
      And the answer is of type enum task_status_type

    @http.request.expect
    Scenario: Expect 100-continue
      Given a task of mine
      When I read its status in the form Expect: 100-continue
      Then the form is read
      And the answer is of type enum task_status_type
