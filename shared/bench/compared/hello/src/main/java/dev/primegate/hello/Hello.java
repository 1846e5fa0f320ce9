package dev.primegate.hello;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Says hello, and nothing else. */
public class Hello implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String name, Context context) {
        return "hello " + name;
    }
}
